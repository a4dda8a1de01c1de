import { AccountRequests, form } from '../accounts/account-requests.js';

const PAGE = 12;
const MOST = 100;

/** The meetings API as a person uses it. Looking around needs no account. */
export class MeetingClient extends AccountRequests {
  /**
   * {meetings, cursor} of those that recruit: the nearest to `here` {latitude, longitude} first, or else by date. `cursor` is
   * that of the answer before, `text` {type, keyword}, `categories` names of which a meeting must have all.
   */
  find({ here, text, categories = [], cursor }, options) {
    const where = here ? { latitude: here.latitude, longitude: here.longitude } : {};
    const after = cursor ? { lastId: cursor.id, lastDistance: cursor.distance ?? '', lastMeetingDateTime: cursor.meetingDateTime } : {};
    const words = text ? { searchType: text.type, keyword: text.keyword } : {};
    const isSearch = Boolean(text) || categories.length > 0;
    const food = isSearch ? { foodCategory: categories.join(',') } : {};
    const query = new URLSearchParams({ ...where, ...after, ...words, ...food, pageSize: PAGE });
    return this.send('find', 'GET', `meetings${isSearch ? '/search' : ''}?${query}`, options);
  }

  read(id, options) {
    return this.send('read', 'GET', `meetings/${id}`, options);
  }

  /** `values` as the document's form has them; `picture` is a file, or undefined. */
  create(values, picture, options) {
    return this.ask('createMeeting', 'POST', 'meetings', { body: form('request', values, 'thumbnail', picture), ...options });
  }

  complete(id, options) {
    return this.ask('complete', 'PATCH', `meetings/${id}/complete`, options);
  }

  remove(id, options) {
    return this.ask('removeMeeting', 'DELETE', `meetings/${id}`, options);
  }

  async participants(id, options) {
    return (await this.ask('participants', 'GET', `meetings/${id}/participants`, options)).participants;
  }

  /** Everything one has made. */
  made(options) {
    return this.#all('made', 'meetings/created', 'createdMeetingDtos', options);
  }

  /** Everything one has applied for, with what became of it. */
  applied(options) {
    return this.#all('applied', 'participations', 'appliedMeetings', options);
  }

  apply(meetingId, options) {
    return this.ask('apply', 'POST', `participations/${meetingId}`, options);
  }

  approve(participationId, options) {
    return this.ask('approve', 'PATCH', `participations/${participationId}/approve`, options);
  }

  reject(participationId, options) {
    return this.ask('reject', 'PATCH', `participations/${participationId}/reject`, options);
  }

  withdraw(participationId, options) {
    return this.ask('withdraw', 'DELETE', `participations/${participationId}`, options);
  }

  /** Leaves, or puts somebody out. */
  removeMember(meetingId, userId, options) {
    return this.ask('removeMember', 'DELETE', `meetings/${meetingId}/members/${userId}`, options);
  }

  async #all(op, path, list, options) {
    const all = [];
    for (let lastId = 0; lastId !== null;) {
      const answer = await this.ask(op, 'GET', `${path}?${new URLSearchParams({ lastId, pageSize: MOST })}`, options);
      all.push(...answer[list]);
      lastId = answer.hasNext ? answer.lastId : null;
    }
    return all;
  }
}
