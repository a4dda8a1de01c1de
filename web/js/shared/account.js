import { Account } from '../../sdk/moim.js';

/** Whoever is logged in in this browser, at the server of this page. */
export const account = new Account({ server: globalThis.location?.origin });
