// A link to another language leads to the same place of the page: all know its anchors.
const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (
  document.querySelectorAll("[data-other-language]")
);

function follow() {
  for (const link of links) link.hash = location.hash;
}

addEventListener("hashchange", follow);
follow();
