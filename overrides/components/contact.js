/** « Camille Renard, DRH – 01 23 45 67 89 », the number to be tapped; nothing when nothing is known. */
export function contactNodes(/** @type {import("../lib/store.js").Application} */ application) {
  const field = (name) => application.get("application", `contact-${name}`)?.trim();
  const who = [field("name"), field("role")].filter(Boolean).join(", ");
  const phone = field("phone");
  const link = phone && phoneLink(phone);
  return [who, who && link ? " – " : "", link].filter(Boolean);
}

/** The 0 of « +33 (0)1 23 45 67 89 » is not dialled from abroad, nor with +33. */
function phoneLink(phone) {
  const dialled = phone.replace(/^(\s*\+.*)\(0\)/, "$1").replace(/[^\d+*#]/g, "");
  return Object.assign(document.createElement("a"), { href: `tel:${dialled}`, textContent: phone });
}
