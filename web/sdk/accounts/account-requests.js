import { request } from '../core/http.js';

/** Requests of a person to the APIs under `/api/v1`. `account` keeps the access token and renews it when it is refused. */
export class AccountRequests {
  constructor({ account, server = account.server, fetch = globalThis.fetch.bind(globalThis) }) {
    Object.assign(this, { account, server, fetch });
  }

  /** As whoever is logged in. `options`: body and signal. */
  async ask(op, method, path, options) {
    try {
      return await this.send(op, method, path, options, this.account.token);
    } catch (refusal) {
      if (refusal.code !== 'AUTH_ERROR') throw refusal;
      const token = await this.account.renew({ fetch: this.fetch, signal: options?.signal });
      if (!token) throw refusal;
      return this.send(op, method, path, options, token);
    }
  }

  /** As nobody, unless a token is given. */
  send(op, method, path, { body, signal } = {}, token = null) {
    const headers = token ? { authorization: `Bearer ${token}` } : {};
    return request(op, new URL(`api/v1/${path}`, this.server), { method, headers, body, fetch: this.fetch, signal });
  }
}

/** The document's forms: a JSON part, and beside it a picture, if there is one. */
export function form(name, values, pictureName, picture) {
  const data = new FormData();
  data.append(name, new Blob([JSON.stringify(values)], { type: 'application/json' }));
  if (picture) data.append(pictureName, picture);
  return data;
}
