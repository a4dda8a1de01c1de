import { Refusal } from '../shared/refusal.js';

/** Where `npm ci` in this folder's root puts the package. */
const PACKAGE = '../../node_modules/socket.io-client/dist/socket.io.esm.min.js';

/** The official client's `io`. Rejects with the refusal `client` where the package was not installed. */
export async function loadSocketIo() {
  try {
    return (await import(PACKAGE)).io;
  } catch {
    throw new Refusal('studySocket', 'client');
  }
}
