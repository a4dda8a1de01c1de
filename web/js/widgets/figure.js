import { el } from '../shared/dom.js';
import { say } from '../shared/i18n.js';

/** One figure of a `<dl class="figures">`: what it is, how much, and a remark. */
export function figure(key) {
  const value = el('dd', { class: 'figure-value', text: '–' });
  const note = el('dd', { class: 'figure-note soft small' });
  const show = (text, noteKey, params) => {
    value.textContent = text;
    note.hidden = !noteKey;
    if (noteKey) say(note, noteKey, params);
  };
  return { element: el('div', { class: 'figure' }, el('dt', { say: key }), value, note), value, note, show };
}
