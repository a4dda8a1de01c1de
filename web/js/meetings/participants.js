import { el } from '../shared/dom.js';
import { say } from '../shared/i18n.js';
import { face } from '../widgets/avatar.js';
/** @import { MeetingClient } from '../../sdk/moim.js' */

/** Who wants to take part in a meeting of one's own, and who does. */
export class Participants {
  /**
   * `act(work)` runs something and tells refusals; `onChange` hears that somebody came or went.
   * @param {{client: MeetingClient, meetingId: any, act: any, onChange: any}} parts
   */
  constructor({ client, meetingId, act, onChange }) {
    this.client = client;
    this.meetingId = meetingId;
    this.act = act;
    this.onChange = onChange;
    this.empty = el('p', { class: 'empty soft', say: 'sessions.loading' });
    this.list = el('ul', { class: 'cards' });
    this.element = el('section', { class: 'section' }, el('h2', { say: 'meetings.participants' }), this.empty, this.list);
  }

  async load() {
    const all = await this.client.participants(this.meetingId);
    say(this.empty, 'meetings.nobody');
    this.empty.hidden = all.length > 0;
    this.list.replaceChildren(...all.map((each) => this.#item(each)));
  }

  #item(each) {
    const picture = face({ id: String(each.userId), name: each.nickname, picture: each.profileImage });
    const state = el('span', { class: 'tag', say: `meetings.${each.participationStatus}` });
    return el('li', { class: 'card card-row' }, picture, el('strong', { text: each.nickname }), state, el('span', { class: 'chips' }, ...this.#choices(each)));
  }

  #choices({ participationStatus, participationId, userId }) {
    const { client, meetingId } = this;
    if (participationStatus === 'PENDING') {
      return [
        this.#button('meetings.approve', () => client.approve(participationId), 'button-primary'),
        this.#button('meetings.reject', () => client.reject(participationId)),
      ];
    }
    if (participationStatus !== 'APPROVED') return [];
    return [this.#button('meetings.putOut', () => client.removeMember(meetingId, userId))];
  }

  #button(key, work, kind = '') {
    const go = () => this.act(async () => {
      await work();
      await this.onChange();
    });
    return el('button', { class: `button button-small ${kind}`, type: 'button', say: key, on: { click: go } });
  }
}
