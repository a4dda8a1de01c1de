import { el } from '../shared/dom.js';
import { say } from '../shared/i18n.js';
import { refusalPhrase } from '../shared/refusal.js';

/**
 * A form that asks for something and explains why it was not given. `send` may reject with a Refusal;
 * fields whose input is `required` have to be filled in first.
 */
export class AskForm {
  /** `fields` as of `field()`; `submit` is the button's phrase; `missing` what is said of an empty field. */
  constructor({ fields, submit, missing, send }, ...more) {
    this.fields = fields;
    this.submitKey = submit;
    this.missingKey = missing;
    this.send = send;
    this.alert = el('p', { class: 'alert', attrs: { role: 'alert' } });
    this.button = el('button', { class: 'button button-primary button-wide', type: 'submit', say: submit });
    this.element = el('form', { class: 'lobby-form', noValidate: true, on: { submit: (event) => this.#onSubmit(event) } },
      ...fields.map(({ element }) => element), this.alert, this.button, ...more);
  }

  open() {
    if (matchMedia('(pointer: fine)').matches) this.fields[0]?.input.focus();
  }

  explain(refusal) {
    if (!refusal.code) console.error(refusal);
    say(this.alert, refusalPhrase(refusal));
    const wrong = this.fields.find(({ input }) => input.name === refusal.field);
    if (wrong) this.#mark(wrong.input);
  }

  async #onSubmit(event) {
    event.preventDefault();
    const empty = this.fields.find(({ input }) => input.required && !input.value.trim());
    if (empty) {
      say(this.alert, this.missingKey);
      return this.#mark(empty.input);
    }
    this.#busy(true);
    try {
      await this.send(Object.fromEntries(this.fields.map(({ input }) => [input.name, value(input)])));
    } catch (refusal) {
      this.explain(refusal);
    } finally {
      this.#busy(false);
    }
    return undefined;
  }

  #mark(input) {
    input.setAttribute('aria-invalid', 'true');
    input.addEventListener('input', () => input.removeAttribute('aria-invalid'), { once: true });
    input.focus();
  }

  #busy(busy) {
    this.button.disabled = busy;
    if (busy) this.alert.textContent = '';
    say(this.button, busy ? 'lobby.busy' : this.submitKey);
  }
}

/** Blanks around a password may be meant. */
const value = (input) => (input.type === 'file' ? input.files[0] : input.type === 'password' ? input.value : input.value.trim());
