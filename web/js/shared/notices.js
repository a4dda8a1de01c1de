import { el } from './dom.js';

const SHOWN_MS = 6_000;

/** Short-lived messages in the page's live region, read out by screen readers. */
export class Notices {
  constructor(region) {
    this.region = region;
  }

  tell(key, params) {
    this.#show('notice', key, params);
  }

  warn(key, params) {
    this.#show('notice notice-warning', key, params);
  }

  #show(classes, key, params) {
    const notice = el('p', { class: classes, say: [key, params] });
    this.region.append(notice);
    setTimeout(() => notice.remove(), SHOWN_MS);
  }
}
