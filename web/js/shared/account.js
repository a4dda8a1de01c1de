import { request } from './http.js';
import { claims } from './jwt.js';
import { deviceStorage, tabStorage } from './storage.js';

const TOKEN = 'account';
const HERE = 'hasAccount';

/**
 * The account of this browser. The access token is this tab's; that there is an account at all is
 * remembered, and the cookie that renews it belongs to the server alone.
 */
export const account = {
  get token() { return tabStorage.get(TOKEN); },

  keep(token) {
    tabStorage.set(TOKEN, token);
    deviceStorage.set(HERE, true);
  },

  forget() {
    tabStorage.set(TOKEN, null);
    deviceStorage.set(HERE, null);
  },

  /** A token that still holds for a moment, from the tab or by the cookie; null when nobody is logged in. */
  async open() {
    if (this.token && stillHolds(this.token)) return this.token;
    return deviceStorage.get(HERE) ? this.renew() : null;
  },

  /** Another token by the cookie; null when that is worth nothing any more. */
  async renew(fetch = globalThis.fetch) {
    try {
      const { accessToken } = await request('reissue', new URL('api/v1/token/reissue', location.origin), { method: 'POST', fetch });
      this.keep(accessToken);
      return accessToken;
    } catch (refusal) {
      if (refusal.code !== 'lost' && refusal.code !== 'late') this.forget();
      return null;
    }
  },
};

const SPARE_S = 60;
const stillHolds = (token) => claims(token).exp > Date.now() / 1000 + SPARE_S;
