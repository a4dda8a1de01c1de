import { claims } from '../shared/jwt.js';
import { accessToken } from '../shared/local-runtime.js';

/** Who we are to the studies: an access token, and what it says. */
export class Identity {
  constructor({ id, name, token = null }) {
    Object.assign(this, { id, name, token });
  }

  /** Rejects with an error for what is no token. */
  static ofToken(token) {
    const { sub, name } = claims(token);
    return new Identity({ id: sub, name: name || sub, token });
  }

  /** A fresh token from the local runtime; false wherever there is none, since only a sign-in gives another. */
  async renew() {
    const fresh = await accessToken(this);
    if (fresh) this.token = fresh.accessToken;
    return fresh !== null;
  }
}

/** The same name is the same person on a machine without accounts; letters of any script stay. */
export const idOf = (name) => name.trim().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
