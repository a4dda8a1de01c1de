import { request } from '../core/http.js';
import { claims } from '../core/jwt.js';
import { deviceStorage, tabStorage } from '../core/storage.js';

const TOKEN = 'account';
const HERE = 'hasAccount';
const SPARE_S = 60;
/** What says that the cookie is worth nothing. Any other refusal is about the server, or about how often it was asked. */
const WORTHLESS = new Set(['INVALID_REFRESH_TOKEN', 'AUTH_ERROR', '401']);

/**
 * The account of this browser. The access token is this tab's; that there is an account at all is
 * remembered, and the cookie that renews it belongs to the server alone.
 */
export class Account {
  /** `tab` and `device` keep values as a Storage does. */
  constructor({ server, tab = tabStorage, device = deviceStorage }) {
    Object.assign(this, { server, tab, device });
  }

  get token() {
    return this.tab.get(TOKEN);
  }

  keep(token) {
    this.tab.set(TOKEN, token);
    this.device.set(HERE, true);
  }

  forget() {
    this.tab.set(TOKEN, null);
    this.device.set(HERE, null);
  }

  /** A token that still holds for a moment, from the tab or by the cookie; null when nobody is logged in. */
  async open(options) {
    if (this.token && stillHolds(this.token)) return this.token;
    return this.device.get(HERE) ? this.renew(options) : null;
  }

  /** Another token by the cookie; null when that is worth nothing any more, or there is none to be had now. */
  async renew({ fetch = globalThis.fetch, signal } = {}) {
    try {
      const { accessToken } = await request('reissue', new URL('api/v1/token/reissue', this.server), { method: 'POST', fetch, signal });
      this.keep(accessToken);
      return accessToken;
    } catch (refusal) {
      signal?.throwIfAborted();
      if (WORTHLESS.has(refusal.code)) this.forget();
      return null;
    }
  }
}

const stillHolds = (token) => claims(token).exp > Date.now() / 1000 + SPARE_S;
