import { el, icon } from '../shared/dom.js';
import { placeholder } from '../shared/i18n.js';

/** As much as the server takes. */
const MOST_LETTERS = 2_000;

/** Where one writes a message: Enter sends it, Shift and Enter begin another line. */
export class Composer {
  constructor(onSay) {
    this.onSay = onSay;
    this.input = el('textarea', { class: 'input', name: 'message', rows: 1, maxLength: MOST_LETTERS, label: 'talk.message', on: { keydown: (event) => this.#onKey(event) } });
    placeholder(this.input, 'talk.placeholder');
    const send = el('button', { class: 'button button-primary', type: 'submit', label: 'talk.send' }, icon('send'));
    this.element = el('form', { class: 'composer', on: { submit: (event) => this.#send(event) } }, el('div', { class: 'composer-row' }, this.input, send));
  }

  open() {
    if (matchMedia('(pointer: fine)').matches) this.input.focus();
  }

  /** Gives back what could not be said, unless somebody writes already. */
  giveBack(text) {
    this.input.value ||= text;
  }

  #onKey(event) {
    // While a syllable is composed, Enter completes it.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.#send(event);
  }

  #send(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text) return;
    this.input.value = '';
    this.input.focus();
    this.onSay(text);
  }
}
