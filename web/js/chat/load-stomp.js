import { Refusal } from '../shared/refusal.js';

/** Where `npm ci` in this folder's root puts the package. */
const PACKAGE = '../../node_modules/@stomp/stompjs/esm6/index.js';

/** {Client, ReconnectionTimeMode} of the library. Rejects with the refusal `client` where it was not installed. */
export async function loadStomp() {
  try {
    return await import(PACKAGE);
  } catch {
    throw new Refusal('chatSocket', 'client');
  }
}
