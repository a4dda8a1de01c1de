import { el } from '../shared/dom.js';
import { openDialog } from '../widgets/dialog.js';
import { DotMap } from './dot-map.js';
import { facts, kinds } from './meeting-card.js';
import { Participants } from './participants.js';
/** @import { MeetingClient } from '../../sdk/moim.js' */

const OVER = ['REJECTED', 'CLOSED', 'CANCELED'];

/** One meeting: what it is, where, and what whoever looks may do about it. `me` is their id, or null. */
export class MeetingView {
  /** @param {{client: MeetingClient, act: any, notices: any, me: any, id: any}} parts */
  constructor({ client, act, notices, me, id }) {
    this.client = client;
    this.act = act;
    this.notices = notices;
    this.me = me;
    this.id = id;
    this.element = el('div', { class: 'page' });
  }

  open() {
    return this.act(() => this.load());
  }

  async load() {
    const meeting = await this.client.read(this.id);
    const isAuthor = String(meeting.authorId) === String(this.me);
    const application = this.me && !isAuthor ? await this.#application() : undefined;
    const participants = isAuthor ? new Participants({ client: this.client, meetingId: this.id, act: this.act, onChange: () => this.load() }) : null;
    await participants?.load();
    this.element.replaceChildren(this.#head(meeting), this.#about(meeting), this.#choices(meeting, isAuthor, application),
      ...(participants ? [participants.element] : []), this.#where(meeting));
  }

  async #application() {
    try {
      return (await this.client.applied()).findLast(({ meetingId }) => String(meetingId) === String(this.id));
    } catch (refusal) {
      // Somebody without a profile has applied for nothing yet.
      if (refusal.code === '403') return undefined;
      throw refusal;
    }
  }

  #head({ title, meetingStatus }) {
    const state = el('span', { class: 'tag', say: `meetings.${meetingStatus}` });
    return el('div', { class: 'page-head' }, el('h1', { text: title }), state, el('a', { class: 'button button-small', href: '#', say: 'meetings.back' }));
  }

  #about(meeting) {
    const picture = meeting.thumbnail ? el('img', { class: 'meeting-large', src: meeting.thumbnail, alt: '' }) : null;
    return el('section', { class: 'section' }, picture, facts(meeting), kinds(meeting.category), el('p', { class: 'meeting-content', text: meeting.content }));
  }

  #where(meeting) {
    const map = new DotMap({ label: 'meetings.map', onPlace: () => {} });
    map.show(meeting, [{ place: meeting, title: meeting.address, href: `#meeting=${this.id}` }]);
    return map.element;
  }

  #choices({ meetingStatus }, isAuthor, application) {
    const parts = isAuthor ? this.#ofAuthor(meetingStatus) : this.#ofOthers(meetingStatus, application);
    return el('div', { class: 'chips meeting-choices' }, ...parts);
  }

  #ofAuthor(status) {
    const { client, id } = this;
    const complete = status === 'RECRUITING' ? [this.#button('meetings.complete', () => client.complete(id))] : [];
    const remove = el('button', { class: 'button button-danger', type: 'button', say: 'meetings.remove', on: { click: () => this.#askToRemove() } });
    return [this.#chat(), this.#call(), ...complete, remove];
  }

  #ofOthers(status, application) {
    const { client, id, me } = this;
    if (!me) return [el('a', { class: 'button button-primary', href: 'accounts.html', say: 'meetings.logIn' })];
    if (!application) return status === 'RECRUITING' ? [this.#button('meetings.apply', () => client.apply(id), 'button-primary')] : [];
    const { participationStatus: mine, participantId } = application;
    const said = el('span', { class: 'tag', say: `meetings.mine.${mine}` });
    if (mine === 'APPROVED') return [said, this.#chat(), this.#call(), this.#button('meetings.leave', () => client.removeMember(id, me))];
    return [said, this.#button(OVER.includes(mine) ? 'meetings.forget' : 'meetings.withdraw', () => client.withdraw(participantId))];
  }

  #chat() {
    return el('a', { class: 'button', href: `chat.html#room=${this.id}`, say: 'meetings.chat' });
  }

  /** A meeting is a group, so its members can call each other as those of a study do. */
  #call() {
    return el('a', { class: 'button', href: `studies.html#study=${this.id}`, say: 'meetings.call' });
  }

  #askToRemove() {
    const stay = el('button', { class: 'button', type: 'submit', say: 'control.cancel' });
    const go = el('button', { class: 'button button-danger', type: 'submit', say: 'meetings.remove', on: { click: () => this.#remove() } });
    openDialog('meetings.removeTitle', el('p', { class: 'soft', say: 'meetings.removeLead' }), el('div', { class: 'dialog-actions' }, stay, go));
  }

  #remove() {
    return this.act(async () => {
      await this.client.remove(this.id);
      this.notices.tell('meetings.removed');
      location.hash = '';
    });
  }

  #button(key, work, kind = '') {
    const go = () => this.act(async () => {
      await work();
      await this.load();
    });
    return el('button', { class: `button ${kind}`, type: 'button', say: key, on: { click: go } });
  }
}
