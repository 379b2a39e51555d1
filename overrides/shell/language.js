// The link to the other language leads to the same place of the page: both know its anchors.
const link = /** @type {HTMLAnchorElement} */ (document.querySelector("[data-other-language]"));

function follow() {
  link.hash = location.hash;
}

addEventListener("hashchange", follow);
follow();
