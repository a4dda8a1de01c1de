import { el } from '../shared/dom.js';

/** Gives the browser's user a file. */
export function saveAs(name, content) {
  const address = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }));
  el('a', { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
