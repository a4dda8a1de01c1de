import { request } from '../core/http.js';

/**
 * The studies API as a member uses it: studies, their members, their calls, what those calls were.
 *
 * `identity.token` goes with every request; `identity.renew()` gets another when it is refused and
 * answers whether there is one. `onFrame` hears of each request and answer. `options.signal` ends a request.
 */
export class StudyClient {
  constructor({ server, identity, onFrame = () => {}, fetch }) {
    Object.assign(this, { server, identity, onFrame, fetch });
  }

  async studies(options) {
    return (await this.#ask('studies', 'GET', '', options)).studies;
  }

  async create(name, timeZone, options) {
    return (await this.#ask('createStudy', 'POST', '', { body: { name, timeZone }, ...options })).study;
  }

  /** `terms`: role, and status INVITED where the member is to agree first. */
  async addMember(studyId, userId, terms, options) {
    return (await this.#ask('addMember', 'POST', member(studyId, userId), { body: terms, ...options })).member;
  }

  async changeMember(studyId, userId, change, options) {
    return (await this.#ask('changeMember', 'PATCH', member(studyId, userId), { body: change, ...options })).member;
  }

  async status(studyId, options) {
    return (await this.#ask('status', 'GET', call(studyId, 'status'), options)).session;
  }

  async start(studyId, options) {
    return (await this.#ask('start', 'POST', call(studyId, 'start'), options)).session;
  }

  /** {participant, media}; `media` {url, token} where there is a media server. */
  join(studyId, sessionId, options) {
    return this.#ask('join', 'POST', call(studyId, 'join'), { body: { sessionId }, ...options });
  }

  leave(studyId, sessionId, options) {
    return this.#ask('leave', 'POST', call(studyId, 'leave'), { body: { sessionId }, ...options });
  }

  /** {sessions, pagination}; `query`: page, limit, startDate, endDate. */
  history(studyId, query = {}, options) {
    const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
    return this.#ask('history', 'GET', `${call(studyId, 'history')}?${new URLSearchParams(given)}`, options);
  }

  async session(studyId, sessionId, options) {
    return (await this.#ask('session', 'GET', call(studyId, `sessions/${encodeURIComponent(sessionId)}`), options)).session;
  }

  async stats(studyId, period, options) {
    return (await this.#ask('stats', 'GET', call(studyId, `stats?period=${period}`), options)).stats;
  }

  async userStats(studyId, userId, options) {
    return (await this.#ask('userStats', 'GET', call(studyId, `stats/users/${encodeURIComponent(userId)}`), options)).stats;
  }

  async #ask(op, method, path, options) {
    try {
      return await this.#once(op, method, path, options);
    } catch (refusal) {
      if (refusal.code !== 'AUTH_REQUIRED' || !(await this.identity.renew())) throw refusal;
      return this.#once(op, method, path, options);
    }
  }

  async #once(op, method, path, { body, signal } = {}) {
    const frame = (direction, content) => this.onFrame({ direction, at: new Date(), op: `${method} ${op}`, text: JSON.stringify(content ?? {}) });
    frame('out', body);
    try {
      const headers = { authorization: `Bearer ${this.identity.token}` };
      const answer = await request(op, new URL(`api/my-studies${path}`, this.server), { method, headers, body, fetch: this.fetch, signal });
      frame('in', answer);
      return answer;
    } catch (refusal) {
      frame('in', { code: refusal.code, error: refusal.message });
      throw refusal;
    }
  }
}

const study = (studyId) => `/${encodeURIComponent(studyId)}`;
const call = (studyId, what) => `${study(studyId)}/video-call/${what}`;
const member = (studyId, userId) => `${study(studyId)}/members/${encodeURIComponent(userId)}`;
