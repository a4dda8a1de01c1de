import { Emitter } from '../core/emitter.js';
import { safelyBefore } from './message.js';

/** So many of the last messages are asked for again at most. */
const AGAIN = 50;

/**
 * What is known of a room's messages: in their order, each once, and where that begins which its reader has missed.
 * Frames may overtake each other, and whoever comes back is told some things twice.
 *
 * Events: `added` ({message, next}: the one that follows it, or undefined), `missed` (the first one missed).
 */
export class Conversation extends Emitter {
  messages = [];
  /** The first message that came while nobody looked; null if none did. */
  missed = null;
  #ids = new Set();
  /** How many unread messages lie before those that are known. */
  #unread = 0;
  #watching = true;
  #hasEarlier = false;
  /** The first message missed since nobody looks. */
  #missedNow = null;

  /** `me` is the reader's id: nobody misses what they say themselves. */
  constructor({ me }) {
    super();
    this.me = me;
  }

  get first() {
    return this.messages[0];
  }

  /**
   * Where to ask from for what is new; undefined in an empty room. Some of the last are asked for again, since an older
   * one may have been stored later; not too many, since the socket answers no more than a hundred.
   */
  get since() {
    if (this.messages.length === 0) return undefined;
    const safe = safelyBefore(this.messages.at(-1));
    const [first] = this.messages.slice(-AGAIN);
    return this.messages.length > AGAIN && safe < first.id ? first.id : safe;
  }

  /** The end of the history, of which the last `unread` are new to its reader; `hasEarlier`: and there is more. */
  open(page, unread, hasEarlier = false) {
    this.#unread = unread;
    this.before(page, hasEarlier);
  }

  /** What was said before all that is known. */
  before(page, hasEarlier = false) {
    this.#hasEarlier = hasEarlier;
    page.forEach((message) => this.#insert(message));
    this.#lookForUnread(page);
  }

  /** What was heard or found since. What lies before a part of the history that is known comes with the rest of it. */
  add(messages) {
    for (const message of messages) {
      if (this.#hasEarlier && message.id < this.first.id) continue;
      if (this.#insert(message) && !this.#watching && this.#isOthers(message)) this.#miss(message);
    }
  }

  /** Whether somebody looks, and hears all there is. What comes while nobody does is missed. */
  watch(watching) {
    if (this.#watching && !watching) this.#missedNow = null;
    this.#watching = watching;
  }

  #isOthers({ author, isNotice }) {
    return author.id !== this.me && !isNotice;
  }

  #insert(message) {
    if (this.#ids.has(message.id)) return false;
    this.#ids.add(message.id);
    let index = this.messages.length;
    while (index > 0 && this.messages[index - 1].id > message.id) index--;
    this.messages.splice(index, 0, message);
    this.emit('added', { message, next: this.messages[index + 1] });
    return true;
  }

  #lookForUnread(page) {
    if (this.#unread === 0) return;
    const others = page.filter((message) => this.#isOthers(message));
    if (others.length >= this.#unread) this.#show(others.at(-this.#unread));
    this.#unread = Math.max(0, this.#unread - others.length);
  }

  #miss(message) {
    if (this.#missedNow && this.#missedNow.id < message.id) return;
    this.#missedNow = message;
    this.#show(message);
  }

  #show(message) {
    this.missed = message;
    this.emit('missed', message);
  }
}
