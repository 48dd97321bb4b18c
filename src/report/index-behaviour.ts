/** Script of an index: the head of each column becomes a button that sorts by it, downwards first for numbers. */
export const INDEX_BEHAVIOUR = `
'use strict';
(() => {
  const table = document.getElementById('documents');
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];

  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    button.addEventListener('click', () => sortBy(column));
    head.replaceChildren(button);
  });

  function sortBy(column) {
    const head = heads[column];
    const isNumber = head.classList.contains('number');
    const before = head.getAttribute('aria-sort') ?? (isNumber ? 'ascending' : 'descending');
    const order = before === 'ascending' ? 'descending' : 'ascending';
    const sign = order === 'ascending' ? 1 : -1;
    const rows = [...body.rows].map((row) => ({ row, value: valueOf(row.cells[column], isNumber) }));
    rows.sort((a, b) => sign * (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
    body.append(...rows.map(({ row }) => row));
    for (const other of heads) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', order);
    document.getElementById('status').textContent = 'Sorted by ' + head.textContent.toLowerCase() + ', ' + order + '.';
  }

  function valueOf(cell, isNumber) {
    return isNumber ? Number(cell.dataset.value) : cell.textContent.toLowerCase();
  }
})();
`;
