import { request } from './http.js';

/** Requests of a person to the APIs under `/api/v1`. `account` keeps the access token and renews it when it is refused. */
export class AccountRequests {
  constructor({ account, server = location.origin, fetch = globalThis.fetch.bind(globalThis) }) {
    Object.assign(this, { account, server, fetch });
  }

  /** As whoever is logged in. */
  async ask(op, method, path, body) {
    try {
      return await this.send(op, method, path, body, this.account.token);
    } catch (refusal) {
      if (refusal.code !== 'AUTH_ERROR') throw refusal;
      const token = await this.account.renew(this.fetch);
      if (!token) throw refusal;
      return this.send(op, method, path, body, token);
    }
  }

  /** As nobody, unless a token is given. */
  send(op, method, path, body, token) {
    const headers = token ? { authorization: `Bearer ${token}` } : {};
    return request(op, new URL(`api/v1/${path}`, this.server), { method, headers, body, fetch: this.fetch });
  }
}

/** The document's forms: a JSON part, and beside it a picture, if there is one. */
export function form(name, values, pictureName, picture) {
  const data = new FormData();
  data.append(name, new Blob([JSON.stringify(values)], { type: 'application/json' }));
  if (picture) data.append(pictureName, picture);
  return data;
}
