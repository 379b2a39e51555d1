/** Give the reader a text as a file. */
export function download(
  /** @type {string} */ text,
  /** @type {string} */ type,
  /** @type {string} */ name,
) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // Safari reads it after the click is over
}
