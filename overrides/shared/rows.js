/**
 * Show one row for each id, in order. A row that is there already stays where it is: moving it would
 * take the focus out of it.
 */
export function showRows(
  /** @type {Element} */ list,
  /** @type {string[]} */ ids,
  /** @type {(id: string) => HTMLElement} */ make,
) {
  const rows = new Map(
    [.../** @type {HTMLCollectionOf<HTMLElement>} */ (list.children)].map((row) => [
      row.dataset.id ?? "",
      row,
    ]),
  );
  for (const [id, row] of rows) if (!ids.includes(id)) row.remove();
  /** @type {HTMLElement | null} */
  let next = null;
  for (const id of [...ids].reverse()) {
    let row = rows.get(id);
    if (!row) {
      row = make(id);
      row.dataset.id = id;
      list.insertBefore(row, next);
    }
    next = row;
  }
}
