import { deviceStorage, tabStorage } from '../../sdk/moim.js';
import { el } from '../shared/dom.js';
import { say } from '../shared/i18n.js';
import { refusalPhrase } from '../shared/refusal.js';
import { field, segments } from '../widgets/fields.js';
import { Preview } from './preview.js';
import { LicenseFields } from './license-fields.js';
import { roomFrom } from './room-link.js';

/** Seats to begin with: each browser sends to each other one, or once to a media server. */
const SEATS = { direct: 4, group: 16 };

/** The first page: who are you, which room, how do you look. `enter(wish)` rejects with a Refusal. */
export class Lobby {
  constructor({ media, roomId, enter }) {
    this.enter = enter;
    this.preview = new Preview(media);
    this.license = new LicenseFields();
    this.#buildFields(roomId);
    this.alert = el('p', { class: 'alert', attrs: { role: 'alert' } });
    this.force = el('button', { class: 'button button-wide', type: 'button', hidden: true, say: 'lobby.force' });
    this.force.addEventListener('click', () => this.#submit({ forced: true }));
    this.submit = el('button', { class: 'button button-primary button-wide', type: 'submit' });
    this.element = el('div', { class: 'lobby' }, this.#aside(roomId), this.#form());
    this.#chooseMode(roomId ? 'existing' : 'new');
    this.#chooseKind('direct');
  }

  open() {
    this.preview.open();
    this.license.fill();
    if (matchMedia('(pointer: fine)').matches && !this.name.input.value) this.name.input.focus();
  }

  explain(key) {
    say(this.alert, key);
  }

  #buildFields(roomId) {
    const last = tabStorage.get('identity')?.name ?? deviceStorage.get('name', '');
    this.name = field('lobby.name', { name: 'name', value: last, maxLength: 40, autocomplete: 'name' }, 'lobby.namePlaceholder');
    this.title = field('lobby.roomTitle', { name: 'title', maxLength: 80 }, 'lobby.roomTitlePlaceholder', true);
    this.capacity = field('lobby.capacity', { name: 'capacity', type: 'number', min: 1, max: 100, value: SEATS.direct });
    this.room = field('lobby.room', { name: 'room', value: roomId, autocomplete: 'off' });
    this.kind = segments('lobby.kind', { direct: 'lobby.direct', group: 'lobby.group' }, (kind) => this.#chooseKind(kind));
    this.kindNote = el('p', { class: 'soft small' });
    this.mode = segments('lobby.mode', { new: 'lobby.new', existing: 'lobby.existing' }, (mode) => this.#chooseMode(mode));
  }

  #aside(roomId) {
    const lead = roomId ? ['lobby.leadJoin', { room: roomId }] : 'lobby.lead';
    const intro = el('div', { class: 'lobby-intro' },
      el('h1', { say: roomId ? 'lobby.titleJoin' : 'lobby.title' }), el('p', { class: 'soft', say: lead }));
    return el('section', {}, intro, this.preview.element);
  }

  #form() {
    this.newRoom = el('div', { class: 'lobby-new' }, this.kind.element, this.kindNote,
      el('div', { class: 'field-row' }, this.title.element, this.capacity.element));
    return el('form', { class: 'lobby-form', noValidate: true, on: { submit: (event) => this.#onSubmit(event) } },
      this.name.element, this.mode.element, this.newRoom, this.room.element,
      this.alert, this.submit, this.force, this.license.element);
  }

  #chooseMode(mode) {
    this.chosen = mode;
    this.mode.choose(mode);
    this.newRoom.hidden = mode !== 'new';
    this.room.element.hidden = mode !== 'existing';
    say(this.submit, mode === 'new' ? 'lobby.start' : 'lobby.join');
  }

  #chooseKind(kind) {
    const untouched = Number(this.capacity.input.value) === SEATS[this.chosenKind];
    this.chosenKind = kind;
    this.kind.choose(kind);
    if (untouched) this.capacity.input.value = SEATS[kind];
    say(this.kindNote, `lobby.${kind}Note`);
  }

  #onSubmit(event) {
    event.preventDefault();
    this.#submit({});
  }

  async #submit({ forced = undefined }) {
    const wish = { ...this.license.values(), ...this.#room(), name: this.name.input.value.trim(), forced };
    if (!this.#complete(wish)) return;
    deviceStorage.set('name', wish.name);
    this.#busy(true);
    try {
      await this.enter(wish);
      this.preview.close();
    } catch (refusal) {
      this.#refused(refusal);
    }
  }

  #room() {
    if (this.chosen === 'existing') return { roomId: roomFrom(this.room.input.value) };
    const capacity = Number(this.capacity.input.value) || SEATS[this.chosenKind];
    return { title: this.title.input.value.trim(), capacity, group: this.chosenKind === 'group' };
  }

  #complete(wish) {
    if (!wish.name) return this.#missing(this.name, 'lobby.noName');
    if (this.chosen === 'existing' && !wish.roomId) return this.#missing(this.room, 'lobby.noRoom');
    if (!wish.cpCode || !wish.authKey) return this.#missing(this.license.open(), 'lobby.noLicense');
    return true;
  }

  #missing({ input }, key) {
    say(this.alert, key);
    input.setAttribute('aria-invalid', 'true');
    input.addEventListener('input', () => input.removeAttribute('aria-invalid'), { once: true });
    input.focus();
    return false;
  }

  #busy(busy) {
    this.submit.disabled = busy;
    this.force.hidden = true;
    if (!busy) return this.#chooseMode(this.chosen);
    this.alert.textContent = '';
    return say(this.submit, 'lobby.busy');
  }

  #refused(refusal) {
    if (!refusal.code) console.error(refusal);
    this.#busy(false);
    this.explain(refusalPhrase(refusal));
    this.force.hidden = refusal.code !== '409';
    if (refusal.code === '401') this.license.open();
  }
}
