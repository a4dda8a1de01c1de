import { trialLicense } from '../../sdk/moim.js';
import { el } from '../shared/dom.js';
import { say } from '../shared/i18n.js';
import { refusalPhrase } from '../shared/refusal.js';
import { field } from '../widgets/fields.js';

/** Whose sessions? `signIn(license)` rejects with a Refusal. */
export class SignIn {
  constructor({ known, signIn }) {
    this.known = known;
    this.signIn = signIn;
    const plain = { autocomplete: 'off', spellcheck: false };
    this.accessKey = field('sessions.accessKey', { name: 'accessKey', ...plain });
    this.secretKey = field('sessions.secretKey', { name: 'secretKey', type: 'password', ...plain });
    this.server = field('lobby.server', { name: 'server', type: 'url', value: location.origin, ...plain });
    this.note = el('p', { class: 'soft small', say: 'sessions.needLicense' });
    this.alert = el('p', { class: 'alert', attrs: { role: 'alert' } });
    this.submit = el('button', { class: 'button button-primary button-wide', type: 'submit', say: 'sessions.signIn' });
    const intro = el('div', { class: 'lobby-intro' }, el('h1', { say: 'sessions.title' }), el('p', { class: 'soft', say: 'sessions.lead' }));
    const form = el('form', { class: 'lobby-form', noValidate: true, on: { submit: (event) => this.#onSubmit(event) } },
      this.note, this.accessKey.element, this.secretKey.element, this.server.element, this.alert, this.submit);
    this.element = el('div', { class: 'narrow' }, intro, form);
  }

  /** After a reload signs in by itself; on a developer's machine fills in the trial license. */
  async open() {
    if (this.known) this.#fill(this.known);
    if (this.known) return this.#submit();
    const trial = await trialLicense();
    if (!trial?.secretKey) return this.accessKey.input.focus();
    this.#fill(trial);
    say(this.note, 'lobby.trial');
    return this.submit.focus();
  }

  #fill({ accessKey, secretKey, server = undefined }) {
    this.accessKey.input.value ||= accessKey;
    this.secretKey.input.value ||= secretKey;
    if (server) this.server.input.value = server;
  }

  #onSubmit(event) {
    event.preventDefault();
    this.#submit();
  }

  async #submit() {
    const [accessKey, secretKey, server] = [this.accessKey, this.secretKey, this.server].map(({ input }) => input.value.trim());
    if (!accessKey || !secretKey) return this.#missing(accessKey ? this.secretKey : this.accessKey);
    this.#busy(true);
    try {
      await this.signIn({ accessKey, secretKey, server: server || location.origin });
    } catch (refusal) {
      if (!refusal.code) console.error(refusal);
      this.#busy(false);
      say(this.alert, refusalPhrase(refusal));
    }
  }

  #missing({ input }) {
    say(this.alert, 'sessions.needLicense');
    input.setAttribute('aria-invalid', 'true');
    input.addEventListener('input', () => input.removeAttribute('aria-invalid'), { once: true });
    input.focus();
  }

  #busy(busy) {
    this.submit.disabled = busy;
    this.alert.textContent = '';
    say(this.submit, busy ? 'lobby.busy' : 'sessions.signIn');
  }
}
