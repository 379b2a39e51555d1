import { phoneNumber } from "../writing/phone.js";

/** « Camille Renard, DRH – 01 23 45 67 89 », the number to be tapped; nothing when nothing is known. */
export function contactNodes(
  /** @type {import("../file/application.js").Application} */ application,
) {
  const field = (/** @type {string} */ name) =>
    application.get("application", `contact-${name}`)?.trim();
  const who = [field("name"), field("role")].filter(Boolean).join(", ");
  const phone = field("phone");
  return [who, who && phone ? " – " : "", ...(phone ? phoneNodes(phone) : [])].filter(Boolean);
}

/** What was typed for a number, the first number in it to be tapped. */
function phoneNodes(/** @type {string} */ phone) {
  const number = phoneNumber(phone);
  if (number === null) return [phone];
  const { before, text, after, dialled } = number;
  const link = document.createElement("a");
  link.href = `tel:${dialled}`;
  link.textContent = text;
  return [before, link, after];
}
