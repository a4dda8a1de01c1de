import { el } from '../shared/dom.js';
import { say } from '../shared/i18n.js';
import { face } from '../widgets/avatar.js';
/** @import { ChatClient } from '../../sdk/moim.js' */

/** Who takes part in a room; its host may put others out. */
export class People {
  #shown = '';

  /** @param {{client: ChatClient, roomId: any, isHost: any, me: any, act: any}} parts */
  constructor({ client, roomId, isHost, me, act }) {
    this.client = client;
    this.roomId = roomId;
    this.isHost = isHost;
    this.me = me;
    this.act = act;
    this.count = el('summary', { say: 'talk.people' });
    this.list = el('ul', { class: 'people' });
    this.element = el('details', { class: 'people-box' }, this.count, this.list);
  }

  async load() {
    const people = await this.client.participants(this.roomId);
    // Whoever is about to press a button keeps it under their finger.
    if (JSON.stringify(people) === this.#shown) return;
    this.#shown = JSON.stringify(people);
    say(this.count, 'talk.peopleCount', { count: people.length });
    this.list.replaceChildren(...people.map((person) => this.#item(person)));
  }

  #item({ id, nickname, profileImageUrl }) {
    const self = String(id) === this.me;
    const out = this.isHost && !self
      ? el('button', { class: 'button button-small', type: 'button', label: ['talk.putOutWhom', { name: nickname }], on: { click: () => this.#putOut(id) } },
        el('span', { say: 'talk.putOut' }))
      : null;
    const you = self ? el('span', { class: 'tag', say: 'talk.you' }) : null;
    return el('li', {}, face({ id: String(id), name: nickname, picture: profileImageUrl }), el('span', { text: nickname }), you, out);
  }

  #putOut(id) {
    return this.act(async () => {
      await this.client.putOut(this.roomId, id);
      await this.load();
    });
  }
}
