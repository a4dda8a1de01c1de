import { AccountRequests } from '../accounts/account-requests.js';
import { Backoff } from '../core/backoff.js';
import { Emitter } from '../core/emitter.js';

/** The names of events. That a room has something to read is seen from its list only. */
const TYPES = ['NEW_PARTICIPATION_REQUEST', 'PARTICIPANT_LEFT', 'PARTICIPANT_APPROVED', 'PARTICIPANT_REJECTED',
  'PARTICIPANT_KICKED', 'PARTICIPANT_MEETING_CLOSED', 'MEETING_CANCELED', 'MEETING_EXPIRED'];

/**
 * What somebody is told, the latest first: {id, content, notificationType}. An EventSource tells of new ones while
 * somebody looks at the page, and goes on by itself where it was.
 *
 * Events: `changed`, `news` (what has just come).
 */
export class Notifications extends Emitter {
  all = [];
  #source = null;
  #timer = null;
  #look = () => (this.page.visibilityState === 'visible' ? this.#connect() : this.#disconnect());

  constructor({ account, server = account.server, page = document, EventSource = globalThis.EventSource, backoff = new Backoff({ first: 2_000, most: 60_000 }) }) {
    super();
    Object.assign(this, { account, server, page, EventSource, backoff });
    this.requests = new AccountRequests({ account, server });
  }

  start() {
    this.page.addEventListener('visibilitychange', this.#look);
    this.#look();
  }

  stop() {
    this.page.removeEventListener('visibilitychange', this.#look);
    this.#disconnect();
  }

  async load(options) {
    this.all = (await this.requests.ask('notifications', 'GET', 'notifications', options)).map((one) => ({ ...one, id: String(one.id) }));
    this.emit('changed');
  }

  /** The same one may be told by the socket too. */
  hear({ id, content, notificationType }) {
    if (this.all.some((one) => one.id === String(id))) return;
    const news = { id: String(id), content, notificationType };
    this.all = [news, ...this.all];
    this.emit('changed');
    this.emit('news', news);
  }

  async remove(id, options) {
    await this.requests.ask('notifications', 'DELETE', `notifications/${id}`, options);
    this.#keep(this.all.filter((one) => one.id !== id));
  }

  async removeAll(options) {
    await this.requests.ask('notifications', 'DELETE', 'notifications', options);
    this.#keep([]);
  }

  #keep(all) {
    this.all = all;
    this.emit('changed');
  }

  #connect() {
    this.#disconnect();
    // An EventSource cannot send a header.
    const query = new URLSearchParams({ token: this.account.token });
    const source = new this.EventSource(new URL(`api/v1/notifications/subscribe?${query}`, this.server));
    this.#source = source;
    source.addEventListener('connect', () => this.#begin());
    source.addEventListener('error', () => source.readyState === this.EventSource.CLOSED && this.#begin(true));
    for (const type of TYPES) {
      source.addEventListener(type, ({ lastEventId, data }) => this.hear({ id: lastEventId, content: data, notificationType: type }));
    }
  }

  #disconnect() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  /** What there was before the first event is in the list. An EventSource that was refused tries no more: its token is old. */
  async #begin(refused = false) {
    const source = this.#source;
    try {
      await this.load();
      if (!refused) return this.backoff.reset();
    } catch {
      // The next attempt reads it.
    }
    if (this.#source === source && source) this.#timer = setTimeout(() => this.#look(), this.backoff.next());
    return undefined;
  }
}
