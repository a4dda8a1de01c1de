import { el } from '../shared/dom.js';
import { say } from '../shared/i18n.js';
import { meetingCard } from './meeting-card.js';
/** @import { MeetingClient } from '../../sdk/moim.js' */

/** What one has made, and what one has applied for. */
export class MyMeetings {
  /** @param {{client: MeetingClient, act: any}} parts */
  constructor({ client, act }) {
    this.client = client;
    this.act = act;
    this.made = new Section('meetings.madeTitle', 'meetings.madeNone');
    this.applied = new Section('meetings.appliedTitle', 'meetings.appliedNone');
    const head = el('div', { class: 'page-head' }, el('h1', { say: 'meetings.mine' }), el('a', { class: 'button button-small', href: '#', say: 'meetings.back' }));
    this.element = el('div', { class: 'page' }, head, this.made.element, this.applied.element);
  }

  open() {
    return this.act(async () => {
      this.made.show((await this.client.made()).map((meeting) => ({ meeting, state: meeting.meetingStatus })));
      this.applied.show((await this.client.applied()).map((meeting) => ({ meeting, state: meeting.participationStatus })));
    });
  }
}

class Section {
  constructor(title, none) {
    this.none = none;
    this.empty = el('p', { class: 'empty soft', say: 'sessions.loading' });
    this.list = el('ul', { class: 'cards' });
    this.element = el('section', { class: 'section' }, el('h2', { say: title }), this.empty, this.list);
  }

  show(all) {
    say(this.empty, this.none);
    this.empty.hidden = all.length > 0;
    this.list.replaceChildren(...all.map(({ meeting, state }) =>
      meetingCard({ id: meeting.meetingId, meeting, note: el('span', { class: 'tag', say: `meetings.${state}` }) })));
  }
}
