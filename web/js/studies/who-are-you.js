import { deviceStorage } from '../../sdk/moim.js';
import { el } from '../shared/dom.js';
import { say } from '../shared/i18n.js';
import { refusalPhrase } from '../shared/refusal.js';
import { field } from '../widgets/fields.js';
import { Identity, idOf } from './identity.js';

const MOST_PEOPLE = 6;

/** Who uses the page: on a developer's machine anybody by name, elsewhere the holder of an access token. */
export class WhoAreYou {
  /** `enter(identity, servers)` rejects with a Refusal. */
  constructor({ enter }) {
    this.enter = enter;
    const plain = { autocomplete: 'off', spellcheck: false };
    this.name = field('lobby.name', { name: 'name', maxLength: 40, autocomplete: 'name' }, 'lobby.namePlaceholder');
    this.id = field('who.id', { name: 'userId', maxLength: 40, ...plain }, 'who.idHint', true);
    this.token = field('who.token', { name: 'token', type: 'password', ...plain }, undefined, true);
    this.server = field('lobby.server', { name: 'server', type: 'url', value: HERE.server, ...plain });
    this.socket = field('who.socket', { name: 'socket', type: 'url', value: HERE.socket, ...plain });
    this.alert = el('p', { class: 'alert', attrs: { role: 'alert' } });
    this.submit = el('button', { class: 'button button-primary button-wide', type: 'submit', say: 'who.enter' });
    const more = [el('p', { class: 'soft small', say: 'who.tokenNote' }), this.token.element, this.server.element, this.socket.element];
    this.more = el('details', {}, el('summary', { say: 'who.more' }), el('div', { class: 'license' }, ...more));
    const form = el('form', { class: 'lobby-form', noValidate: true, on: { submit: (event) => this.#onSubmit(event) } },
      this.#people(), this.name.element, this.id.element, this.alert, this.submit, this.more);
    const intro = el('div', { class: 'lobby-intro' }, el('h1', { say: 'who.title' }), el('p', { class: 'soft', say: 'who.lead' }));
    this.element = el('div', { class: 'narrow' }, intro, form);
  }

  open() {
    if (matchMedia('(pointer: fine)').matches) this.name.input.focus();
  }

  explain(key) {
    say(this.alert, key);
  }

  /** Those who were here before, one press each. */
  #people() {
    const people = deviceStorage.get('people', []);
    const buttons = people.map((person) => el('button', { class: 'button button-small', type: 'button', text: person.name, on: { click: () => this.#submit(new Identity(person)) } }));
    return el('div', { class: 'chips', hidden: people.length === 0, attrs: { role: 'group' }, label: 'who.before' }, ...buttons);
  }

  #onSubmit(event) {
    event.preventDefault();
    const token = this.token.input.value.trim();
    const name = this.name.input.value.trim();
    if (!token && !name) return this.#missing('lobby.noName');
    try {
      return this.#submit(token ? Identity.ofToken(token) : new Identity({ id: this.id.input.value.trim() || idOf(name) || name, name }));
    } catch {
      return this.explain('who.badToken');
    }
  }

  async #submit(identity) {
    this.#busy(true);
    if (!identity.token && !(await identity.renew())) return this.#missing('who.needToken', this.token);
    try {
      await this.enter(identity, { server: this.server.input.value.trim() || HERE.server, socket: this.socket.input.value.trim() || HERE.socket });
      remember(identity);
    } catch (refusal) {
      if (!refusal.code) console.error(refusal);
      this.#busy(false);
      this.explain(refusalPhrase(refusal));
    }
    return undefined;
  }

  #missing(key, { input } = this.name) {
    this.#busy(false);
    this.explain(key);
    if (input === this.token.input) this.more.open = true;
    input.focus();
  }

  #busy(busy) {
    this.submit.disabled = busy;
    this.alert.textContent = '';
    say(this.submit, busy ? 'lobby.busy' : 'who.enter');
  }
}

/** The servers of whoever serves this page. */
export const HERE = {
  get server() { return location.origin; },
  get socket() { return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/study`; },
};

/** Names only: tokens are for this tab. */
function remember({ id, name }) {
  const others = deviceStorage.get('people', []).filter((person) => person.id !== id);
  deviceStorage.set('people', [{ id, name }, ...others].slice(0, MOST_PEOPLE));
}
