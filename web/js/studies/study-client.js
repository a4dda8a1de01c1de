import { request } from '../shared/http.js';

/**
 * The studies API as a member uses it: studies, their members, their calls, what those calls were.
 *
 * `identity.token` goes with every request; `identity.renew()` gets another when it is refused and
 * answers whether there is one. `onFrame` hears of each request and answer.
 */
export class StudyClient {
  constructor({ server, identity, onFrame = () => {}, fetch }) {
    Object.assign(this, { server, identity, onFrame, fetch });
  }

  async studies() {
    return (await this.#ask('studies', 'GET', '')).studies;
  }

  async create(name, timeZone) {
    return (await this.#ask('createStudy', 'POST', '', { name, timeZone })).study;
  }

  /** `terms`: role, and status INVITED where the member is to agree first. */
  async addMember(studyId, userId, terms) {
    return (await this.#ask('addMember', 'POST', member(studyId, userId), terms)).member;
  }

  async changeMember(studyId, userId, change) {
    return (await this.#ask('changeMember', 'PATCH', member(studyId, userId), change)).member;
  }

  async status(studyId) {
    return (await this.#ask('status', 'GET', call(studyId, 'status'))).session;
  }

  async start(studyId) {
    return (await this.#ask('start', 'POST', call(studyId, 'start'))).session;
  }

  /** {participant, media}; `media` {url, token} where there is a media server. */
  join(studyId, sessionId) {
    return this.#ask('join', 'POST', call(studyId, 'join'), { sessionId });
  }

  leave(studyId, sessionId) {
    return this.#ask('leave', 'POST', call(studyId, 'leave'), { sessionId });
  }

  /** {sessions, pagination}; `query`: page, limit, startDate, endDate. */
  history(studyId, query = {}) {
    const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
    return this.#ask('history', 'GET', `${call(studyId, 'history')}?${new URLSearchParams(given)}`);
  }

  async session(studyId, sessionId) {
    return (await this.#ask('session', 'GET', call(studyId, `sessions/${encodeURIComponent(sessionId)}`))).session;
  }

  async stats(studyId, period) {
    return (await this.#ask('stats', 'GET', call(studyId, `stats?period=${period}`))).stats;
  }

  async userStats(studyId, userId) {
    return (await this.#ask('userStats', 'GET', call(studyId, `stats/users/${encodeURIComponent(userId)}`))).stats;
  }

  async #ask(op, method, path, body) {
    try {
      return await this.#once(op, method, path, body);
    } catch (refusal) {
      if (refusal.code !== 'AUTH_REQUIRED' || !(await this.identity.renew())) throw refusal;
      return this.#once(op, method, path, body);
    }
  }

  async #once(op, method, path, body) {
    const frame = (direction, content) => this.onFrame({ direction, at: new Date(), op: `${method} ${op}`, text: JSON.stringify(content ?? {}) });
    frame('out', body);
    try {
      const headers = { authorization: `Bearer ${this.identity.token}` };
      const answer = await request(op, new URL(`api/my-studies${path}`, this.server), { method, headers, body, fetch: this.fetch });
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
