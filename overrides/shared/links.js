/** @returns {(Node | string)[]} links by their names and addresses, a comma between them */
export function linksTo(/** @type {[name: string, url: string][]} */ all) {
  return all.flatMap(([textContent, href], index) => [
    ...(index > 0 ? [", "] : []),
    Object.assign(document.createElement("a"), { href, textContent }),
  ]);
}
