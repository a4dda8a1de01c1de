import { AccountRequests, form } from '../shared/account-requests.js';

const PAGE = 12;
const MOST = 100;

/** The meetings API as a person uses it. Looking around needs no account. */
export class MeetingClient extends AccountRequests {
  /**
   * {meetings, cursor} of those that recruit: the nearest to `here` {latitude, longitude} first, or else by date. `cursor` is
   * that of the answer before, `text` {type, keyword}, `categories` names of which a meeting must have all.
   */
  find({ here, text, categories = [], cursor }) {
    const where = here ? { latitude: here.latitude, longitude: here.longitude } : {};
    const after = cursor ? { lastId: cursor.id, lastDistance: cursor.distance ?? '', lastMeetingDateTime: cursor.meetingDateTime } : {};
    const words = text ? { searchType: text.type, keyword: text.keyword } : {};
    const isSearch = Boolean(text) || categories.length > 0;
    const food = isSearch ? { foodCategory: categories.join(',') } : {};
    const query = new URLSearchParams({ ...where, ...after, ...words, ...food, pageSize: PAGE });
    return this.send('find', 'GET', `meetings${isSearch ? '/search' : ''}?${query}`);
  }

  read(id) {
    return this.send('read', 'GET', `meetings/${id}`);
  }

  /** `values` as the document's form has them; `picture` is a file, or undefined. */
  create(values, picture) {
    return this.ask('createMeeting', 'POST', 'meetings', form('request', values, 'thumbnail', picture));
  }

  complete(id) {
    return this.ask('complete', 'PATCH', `meetings/${id}/complete`);
  }

  remove(id) {
    return this.ask('removeMeeting', 'DELETE', `meetings/${id}`);
  }

  async participants(id) {
    return (await this.ask('participants', 'GET', `meetings/${id}/participants`)).participants;
  }

  /** Everything one has made. */
  made() {
    return this.#all('made', 'meetings/created', 'createdMeetingDtos');
  }

  /** Everything one has applied for, with what became of it. */
  applied() {
    return this.#all('applied', 'participations', 'appliedMeetings');
  }

  apply(meetingId) {
    return this.ask('apply', 'POST', `participations/${meetingId}`);
  }

  approve(participationId) {
    return this.ask('approve', 'PATCH', `participations/${participationId}/approve`);
  }

  reject(participationId) {
    return this.ask('reject', 'PATCH', `participations/${participationId}/reject`);
  }

  withdraw(participationId) {
    return this.ask('withdraw', 'DELETE', `participations/${participationId}`);
  }

  /** Leaves, or puts somebody out. */
  removeMember(meetingId, userId) {
    return this.ask('removeMember', 'DELETE', `meetings/${meetingId}/members/${userId}`);
  }

  async #all(op, path, list) {
    const all = [];
    for (let lastId = 0; lastId !== null;) {
      const answer = await this.ask(op, 'GET', `${path}?${new URLSearchParams({ lastId, pageSize: MOST })}`);
      all.push(...answer[list]);
      lastId = answer.hasNext ? answer.lastId : null;
    }
    return all;
  }
}
