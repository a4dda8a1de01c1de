import { accessToken, claims } from '../../sdk/moim.js';
import { account } from '../shared/account.js';

/** Who we are to the studies: an access token, and what it says. */
export class Identity {
  constructor({ id, name, token = null }) {
    this.id = id;
    this.name = name;
    this.token = token;
  }

  /** Rejects with an error for what is no token. */
  static ofToken(token) {
    const { sub, name } = claims(token);
    return new Identity({ id: sub, name: name || sub, token });
  }

  /** Whoever is logged in to an account in this browser; null when nobody is. */
  static async ofAccount() {
    const token = await account.open();
    return token && Identity.ofToken(token);
  }

  /**
   * A fresh token: of the account, when this is who is logged in, else from the local runtime. False
   * wherever there is neither, since only a sign-in gives another.
   */
  async renew() {
    const fresh = (await this.#renewAccount()) ?? (await accessToken(this))?.accessToken;
    if (fresh) this.token = fresh;
    return Boolean(fresh);
  }

  async #renewAccount() {
    if (!this.token || account.token !== this.token) return null;
    return account.renew();
  }
}

/** The same name is the same person on a machine without accounts; letters of any script stay. */
export const idOf = (name) => name.trim().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
