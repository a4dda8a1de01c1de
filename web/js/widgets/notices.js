import { el } from '../shared/dom.js';
import { refusalPhrase } from '../shared/refusal.js';

const SHOWN_MS = 6_000;
/** When a class arrives at once, the latest names must not cover everybody's faces. */
const MOST = 3;

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

  /** Runs something that a server may refuse, and tells why it did. @param {() => any} work */
  async act(work) {
    try {
      await work();
    } catch (refusal) {
      if (!refusal.code) console.error(refusal);
      this.warn(refusalPhrase(refusal));
    }
  }

  #show(classes, key, params) {
    const notice = el('p', { class: classes, say: [key, params] });
    this.region.append(notice);
    if (this.region.childElementCount > MOST) this.region.firstElementChild.remove();
    setTimeout(() => notice.remove(), SHOWN_MS);
  }
}
