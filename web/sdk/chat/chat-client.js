import { AccountRequests } from '../accounts/account-requests.js';
import { ofHistory } from './message.js';

/** Messages of one answer. */
export const PAGE = 50;
const MOST = 100;

/** The chat API as a person uses it. */
export class ChatClient extends AccountRequests {
  /** Those one takes part in: {roomId, meetingTitle, meetingThumbnail, lastMessage, hostId, unreadMessagesCount}. */
  rooms(options) {
    return this.ask('rooms', 'GET', 'chatrooms', options);
  }

  room(id, options) {
    return this.ask('room', 'GET', `chatrooms/${id}`, options);
  }

  /** [{id, nickname, profileImageUrl}] */
  participants(id, options) {
    return this.ask('room', 'GET', `chatrooms/${id}/participants`, options);
  }

  /** The end of the history; from now on all of it counts as read. */
  enter(id, options) {
    return this.#history(id, { pageSize: PAGE }, options);
  }

  /** What was said before a message. */
  before(id, message, options) {
    return this.#history(id, { before: message.id, pageSize: PAGE }, options);
  }

  /** Everything that was said after an id. */
  async after(id, from, options) {
    const all = [];
    for (let last = from; last;) {
      const page = await this.#history(id, { after: last, pageSize: MOST }, options);
      all.push(...page);
      last = page.length < MOST ? null : page.at(-1).id;
    }
    return all;
  }

  /** Says that all there is has been read. Answers the rooms. */
  read(id, options) {
    return this.ask('room', 'POST', `chatrooms/${id}/out`, options);
  }

  /** Leaves the room, and with it the meeting. */
  leave(id, options) {
    return this.ask('leaveRoom', 'POST', `chatrooms/${id}/leave`, options);
  }

  putOut(id, userId, options) {
    return this.ask('putOut', 'POST', `chatrooms/${id}/withdrawal/${userId}`, options);
  }

  async #history(id, query, options) {
    const page = await this.ask('room', 'POST', `chatrooms/${id}/in?${new URLSearchParams(query)}`, options);
    return page.map(ofHistory);
  }
}
