import { el, icon } from '../shared/dom.js';
import { checkbox } from '../widgets/fields.js';
import { avatar } from '../widgets/avatar.js';

/** Only a media server can hold somebody to these. */
const MEDIA_PERMITS = { audio: 'people.maySpeak', video: 'people.mayShow' };
const PERMITS = { chat: 'people.mayChat', screen: 'people.mayShare', whiteboard: 'people.mayBoard', draw: 'people.mayDraw' };

/** Who is here; the host also finds what may be done about each. `act(work)` runs it and tells refusals. */
export class PeoplePanel {
  #open = null;

  constructor({ call, act, editRoom }) {
    this.call = call;
    this.act = act;
    this.list = el('ul', { class: 'scroll' });
    this.edit = el('div', { class: 'composer' }, el('button', { class: 'button', type: 'button', on: { click: editRoom } }, icon('edit'), el('span', { say: 'people.editRoom' })));
    this.element = el('div', { class: 'panel-body', id: 'panel-people' }, this.list, this.edit);
    call.room.on('changed', () => this.#show());
    this.#show();
  }

  #show() {
    const { room } = this.call;
    this.edit.hidden = !room.isHost;
    const active = /** @type {HTMLElement} */ (document.activeElement);
    const focused = this.list.contains(active) ? active.dataset.focus : null;
    this.list.replaceChildren(...[...room.members.values()].map((member) => this.#person(member)));
    if (focused) this.list.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  }

  #person(member) {
    const { room } = this.call;
    const self = member.id === room.selfId;
    const name = el('p', { class: 'person-name' }, member.name || member.id);
    if (self) name.append(' ', el('span', { class: 'soft' }, '(', el('span', { say: 'call.you' }), ')'));
    const signs = el('p', { class: 'person-signs' }, sign('mic', member.audio !== false), sign('cam', member.video !== false));
    if (member.id === room.host) signs.prepend(el('span', { class: 'tag', say: 'call.host' }));
    const row = el('li', { class: 'person' }, avatar(member), el('div', {}, name, signs));
    if (room.isHost && !self) row.append(this.#more(member), this.#actions(member));
    return row;
  }

  #more({ id, name }) {
    const button = el('button', { class: 'button-icon', type: 'button', label: ['people.actions', { name: name || id }] }, icon('more'));
    button.dataset.focus = `more-${id}`;
    button.setAttribute('aria-expanded', this.#open === id);
    button.addEventListener('click', () => {
      this.#open = this.#open === id ? null : id;
      this.#show();
    });
    return button;
  }

  #actions({ id, name, audio, permit = {} }) {
    const { silence } = this.call.room.can;
    const permits = silence ? { ...MEDIA_PERMITS, ...PERMITS } : PERMITS;
    const boxes = Object.entries(permits).map(([what, key]) => {
      const box = checkbox(key, permit[what] !== false, (allowed) => this.act(() => this.call.permit(id, { [what]: allowed })));
      box.querySelector('input').dataset.focus = `${what}-${id}`;
      return box;
    });
    const mute = el('button', { class: 'button button-small', type: 'button', say: 'people.mute', disabled: audio === false });
    mute.addEventListener('click', () => this.act(() => this.call.mute(id), ['people.muteAsked', { name: name || id }]));
    mute.dataset.focus = `mute-${id}`;
    const makeHost = el('button', { class: 'button button-small', type: 'button', say: 'people.makeHost', on: { click: () => this.act(() => this.call.edit({ host: id })) } });
    const kick = el('button', { class: 'button button-small button-danger', type: 'button', say: 'people.kick' });
    kick.addEventListener('click', () => this.act(() => this.call.kick(id), ['people.kicked', { name: name || id }]));
    return el('div', { class: 'person-actions', hidden: this.#open !== id }, ...boxes, el('div', { class: 'dialog-actions' }, ...(silence ? [] : [mute]), makeHost, kick));
  }
}

const sign = (kind, on) =>
  el('span', { label: `people.${kind}${on ? 'On' : 'Off'}`, attrs: { role: 'img' } }, icon(on ? kind : `${kind}-off`));
