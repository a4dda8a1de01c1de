import { el } from '../shared/dom.js';
import { span } from '../shared/format.js';

let timer = null;

/** How long something has been going on, told anew every second. `start` is an ISO time. */
export function ticking(start) {
  const node = el('time', { class: 'ticking', dateTime: start });
  node.dataset.since = start;
  show(node);
  timer ??= setInterval(() => document.querySelectorAll('[data-since]').forEach(show), 1_000);
  return node;
}

/** The clocks of two machines differ: something that has just begun must not last less than nothing. */
function show(node) {
  node.textContent = span((Date.now() - Date.parse(node.dataset.since)) / 1_000);
}
