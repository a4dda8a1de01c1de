import { el } from '../shared/dom.js';
import { clock, dateTime, span } from '../shared/format.js';
import { openDialog } from '../widgets/dialog.js';

const COLUMNS = ['sessions.name', 'detail.time', 'history.length', 'detail.muted', 'detail.videoOff', 'detail.screen'];

/** Everything about one call that is over. */
export function sessionDialog({ startedAt, duration, participants }) {
  const head = el('tr', {}, ...COLUMNS.map((key) => el('th', { scope: 'col', say: key })));
  const table = el('table', {}, el('thead', {}, head), el('tbody', {}, ...participants.map(row)));
  const close = el('div', { class: 'dialog-actions' }, el('button', { class: 'button', type: 'submit', say: 'control.close' }));
  const facts = el('p', { class: 'soft', text: `${dateTime(new Date(startedAt))} · ${span(duration)}` });
  const dialog = openDialog('detail.title', facts, el('div', { class: 'table-scroll' }, table), close);
  dialog.classList.add('dialog-wide');
  return dialog;
}

function row({ user, userId, joinedAt, leftAt, duration, audioMutedTime, videoOffTime, screenSharedTime }) {
  const period = [joinedAt, leftAt].map((time) => (time ? clock(new Date(time)) : '')).join(' – ');
  const cells = [period, ...[duration, audioMutedTime, videoOffTime, screenSharedTime].map((seconds) => span(seconds ?? 0))];
  return el('tr', {}, el('th', { scope: 'row', text: user?.name || userId }), ...cells.map((text) => el('td', { text })));
}
