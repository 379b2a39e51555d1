/**
 * Copy a text, or put it into a field for the reader to copy: without permission, or on a page that
 * came without https.
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copyText(
  /** @type {string} */ text,
  /** @type {HTMLTextAreaElement} */ field,
) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field.value = text;
    setTimeout(() => field.select());
    return false;
  }
}
