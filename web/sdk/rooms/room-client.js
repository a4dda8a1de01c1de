import { request } from '../core/http.js';

/**
 * Group rooms over HTTP: who may be in them, and with which pass to LiveKit. `token` is the access token of a person,
 * `licenseToken` that of a license, each as it is or as a function that answers it; without either the deployment's
 * default license is meant, where it has one.
 */
export class RoomClient {
  constructor({ server, token, licenseToken, fetch }) {
    Object.assign(this, { server, token, licenseToken, fetch });
  }

  /**
   * Opens a room and lets its creator in: {roomId, url, token, …}. `terms`: userName, roomTitle, description, maxParticipants.
   */
  async create(terms, options) {
    const room = await this.#ask('createGroupRoom', 'POST', 'room/create', { body: terms, ...options });
    return { ...room, url: room.livekitUrl };
  }

  /** Takes a seat: {roomId, url, token}. */
  async join(roomId, userName, options) {
    return { roomId, ...(await this.#ask('joinGroupRoom', 'POST', 'room/join', { body: { roomId, userName }, ...options })) };
  }

  show(roomId, options) {
    return this.#ask('groupRoom', 'GET', `room/${encodeURIComponent(roomId)}`, options);
  }

  /** Every open room, the latest first; `all` also those without media, for a license. */
  async list({ all = false } = {}, options) {
    const rooms = [];
    for (let cursor = ''; cursor !== undefined;) {
      const query = new URLSearchParams({ all, limit: 100, ...(cursor ? { cursor } : {}) });
      const page = await this.#ask('groupRooms', 'GET', `rooms?${query}`, options);
      rooms.push(...page.rooms);
      cursor = page.nextCursor;
    }
    return rooms;
  }

  /** Ends it for everybody. */
  remove(roomId, options) {
    return this.#ask('removeGroupRoom', 'DELETE', `room/${encodeURIComponent(roomId)}`, options);
  }

  async #ask(op, method, path, { body, signal } = {}) {
    const [token, licenseToken] = await Promise.all([valueOf(this.token), valueOf(this.licenseToken)]);
    const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(licenseToken && { 's-connector-jwt': licenseToken }) };
    return request(op, new URL(`api/${path}`, this.server), { method, headers, body, signal, fetch: this.fetch });
  }
}

const valueOf = (given) => (typeof given === 'function' ? given() : given);
