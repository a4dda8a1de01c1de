import { abortable } from '../core/abort.js';
import { request } from '../core/http.js';
import { claims } from '../core/jwt.js';

/** Renewed this long before its end, so that no request is under way when it ends. */
const RENEW_MS = 60_000;
const MINUTES = 60;

/** What a tenant's server asks: the licenses API with a token that is always fresh. */
export class LicenseClient {
  #token = null;
  #endsAt = 0;
  #renewing = null;

  constructor({ server, accessKey, secretKey, fetch, now = Date.now }) {
    Object.assign(this, { server, accessKey, secretKey, fetch, now });
  }

  /** Rejects with the Refusal `401` for a pair that is not accepted. */
  signIn({ signal } = {}) {
    this.#renewing ??= this.#renew().finally(() => { this.#renewing = null; });
    return abortable(this.#renewing, signal);
  }

  /** The license's token, fresh for another minute at least. */
  async token(options) {
    if (this.now() > this.#endsAt - RENEW_MS) await this.signIn(options);
    return this.#token;
  }

  async info(options) {
    return (await this.ask('info', 'v1/info', options)).data;
  }

  /** Every open room of the license, newest first. */
  sessions(options) {
    return this.#pages('sessions', 'v1/sessions', {}, ({ data }) => data, options);
  }

  /** Rooms between two moments (epoch milliseconds), open ones too, with the seconds they were open then. */
  usage(from, to, options) {
    const period = { startTime: new Date(from).toISOString(), endTime: new Date(to).toISOString() };
    return this.#pages('usage', 'v1/static', period, ({ data }) => data.detail, options);
  }

  /** Any route under the license's token; `options` may have a method and a body. */
  async ask(op, path, options) {
    await this.token(options);
    try {
      return await this.#ask(op, path, options);
    } catch (refusal) {
      // The server may have changed what it signs with; a fresh token tells.
      if (refusal.code !== '401') throw refusal;
      await this.signIn(options);
      return this.#ask(op, path, options);
    }
  }

  async #pages(op, path, query, rows, options) {
    const all = [];
    let cursor = {};
    while (cursor) {
      const answer = await this.ask(op, `${path}?${new URLSearchParams({ ...query, ...cursor })}`, options);
      all.push(...rows(answer));
      cursor = answer.nextCursor ? { cursor: answer.nextCursor } : null;
    }
    return all;
  }

  #ask(op, path, options) {
    const headers = this.#token ? { 's-connector-jwt': this.#token } : {};
    return request(op, new URL(path, this.server), { headers, fetch: this.fetch, ...options });
  }

  async #renew() {
    const { accessKey, secretKey } = this;
    const { data } = await this.#ask('auth', 'v1/auth', { method: 'POST', headers: {}, body: { accessKey, secretKey, expires: MINUTES } });
    this.#token = data.accessToken;
    this.#endsAt = this.now() + lifetimeMs(data.accessToken);
  }
}

/** Between its own two times: this machine's clock may be wrong. */
function lifetimeMs(token) {
  const { iat, exp } = claims(token);
  return (exp - iat) * 1_000;
}
