import { el } from '../shared/dom.js';

/** Rows as RFC 4180 has them. A text that a spreadsheet would take for a formula is marked as text. */
export function csv(rows) {
  return rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

function cell(value) {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Gives the browser's user a file; the mark at its beginning tells spreadsheets that it is UTF-8. */
export function saveCsv(name, rows) {
  const address = URL.createObjectURL(new Blob(['\ufeff', csv(rows)], { type: 'text/csv;charset=utf-8' }));
  el('a', { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
