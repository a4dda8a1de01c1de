import { AccountRequests } from '../shared/account-requests.js';
import { ofHistory } from './message.js';

/** Messages of one answer. */
export const PAGE = 50;
const MOST = 100;

/** The chat API as a person uses it. */
export class ChatClient extends AccountRequests {
  /** Those one takes part in: {roomId, meetingTitle, meetingThumbnail, lastMessage, hostId, unreadMessagesCount}. */
  rooms() {
    return this.ask('rooms', 'GET', 'chatrooms');
  }

  room(id) {
    return this.ask('room', 'GET', `chatrooms/${id}`);
  }

  /** [{id, nickname, profileImageUrl}] */
  participants(id) {
    return this.ask('room', 'GET', `chatrooms/${id}/participants`);
  }

  /** The end of the history; from now on all of it counts as read. */
  enter(id) {
    return this.#history(id, { pageSize: PAGE });
  }

  /** What was said before a message. */
  before(id, message) {
    return this.#history(id, { before: message.id, pageSize: PAGE });
  }

  /** Everything that was said after an id. */
  async after(id, from) {
    const all = [];
    for (let last = from; last;) {
      const page = await this.#history(id, { after: last, pageSize: MOST });
      all.push(...page);
      last = page.length < MOST ? null : page.at(-1).id;
    }
    return all;
  }

  /** Says that all there is has been read. Answers the rooms. */
  read(id) {
    return this.ask('room', 'POST', `chatrooms/${id}/out`);
  }

  /** Leaves the room, and with it the meeting. */
  leave(id) {
    return this.ask('leaveRoom', 'POST', `chatrooms/${id}/leave`);
  }

  putOut(id, userId) {
    return this.ask('putOut', 'POST', `chatrooms/${id}/withdrawal/${userId}`);
  }

  async #history(id, query) {
    const page = await this.ask('room', 'POST', `chatrooms/${id}/in?${new URLSearchParams(query)}`);
    return page.map(ofHistory);
  }
}
