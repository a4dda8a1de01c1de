import { Refusal } from '../../shared/refusal.js';

/** Where `npm ci` in this folder's root puts the package. */
const PACKAGE = '../../../node_modules/livekit-client/dist/livekit-client.esm.mjs';

/**
 * LiveKit's client, 1.4 MB, which only group calls need: a call between two browsers never loads it.
 *
 * Rejects with the refusal `client` where the package was not installed.
 */
export async function loadLiveKit() {
  try {
    const sdk = await import(PACKAGE);
    sdk.setLogLevel('warn');
    return sdk;
  } catch {
    throw new Refusal('media', 'client');
  }
}
