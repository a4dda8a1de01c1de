import { el } from '../shared/dom.js';
import { clock, dateTime } from '../shared/format.js';
import { face } from '../widgets/avatar.js';
/** @import { ChatSocket, Conversation } from '../../sdk/moim.js' */

/** How far from its end somebody still reads what comes. */
const NEAR_PX = 80;
/** How far before its beginning more of it is asked for. */
const AHEAD = '200px 0px 0px';

/** What was said in a room, as it scrolls. `onEarlier` is asked for more when its beginning comes into view. */
export class Timeline {
  /** Whether the history has come. */
  isOpen = false;
  #nodes = new Map();
  #missed = el('p', { class: 'missed', say: 'talk.missed' });

  /** @param {{conversation: Conversation, outbox: ChatSocket['outbox'], roomId: any, me: any, onEarlier: any}} parts */
  constructor({ conversation, outbox, roomId, me, onEarlier }) {
    this.conversation = conversation;
    this.outbox = outbox;
    this.roomId = roomId;
    this.me = me;
    this.earlier = el('button', { class: 'button button-small', type: 'button', say: 'talk.earlier', hidden: true, on: { click: onEarlier } });
    this.waiting = el('div', { class: 'messages-waiting' });
    this.list = el('div', { class: 'scroll messages', tabIndex: 0, label: 'talk.messages', attrs: { role: 'log', 'aria-live': 'polite' } },
      this.earlier, this.waiting);
    this.list.removeAttribute('title');
    this.newer = el('button', { class: 'button button-small newer', type: 'button', say: 'talk.newer', hidden: true, on: { click: () => this.showEnd() } });
    this.element = el('div', { class: 'timeline' }, this.list, this.newer);
    this.list.addEventListener('scroll', () => { if (this.#atEnd) this.newer.hidden = true; });
    this.watcher = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && onEarlier(), { root: this.list, rootMargin: AHEAD });
    this.offs = [
      conversation.on('added', ({ message, next }) => this.#add(message, next)),
      conversation.on('missed', (message) => this.#nodes.get(message.id).before(this.#missed)),
      outbox.on('changed', () => this.#showWaiting()),
    ];
    this.#showWaiting();
  }

  close() {
    this.watcher.disconnect();
    this.offs.forEach((off) => off());
  }

  /** At what was missed, or else at the end. */
  open() {
    this.isOpen = true;
    if (this.#missed.isConnected) this.#missed.scrollIntoView({ block: 'start' });
    else this.showEnd();
    this.watcher.observe(this.earlier);
  }

  showEnd() {
    this.list.scrollTop = this.list.scrollHeight;
    this.newer.hidden = true;
  }

  /** Adds what was said before; what is in view stays where it is, and is not read out. */
  prepend(work, hasMore) {
    const below = this.list.scrollHeight - this.list.scrollTop;
    this.list.setAttribute('aria-busy', 'true');
    work();
    this.earlier.hidden = !hasMore;
    this.list.scrollTop = this.list.scrollHeight - below;
    this.list.removeAttribute('aria-busy');
  }

  /** Adds what is new, and follows it if its end was in view. */
  append(work) {
    const follow = this.#atEnd;
    const known = this.#nodes.size;
    work();
    if (follow) this.showEnd();
    else if (this.#nodes.size > known) this.newer.hidden = false;
  }

  get #atEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR_PX;
  }

  #add(message, next) {
    const node = message.isNotice ? el('p', { class: 'message-notice', text: message.text }) : this.#said(message);
    this.#nodes.set(message.id, node);
    const place = next ? this.#nodes.get(next.id) : this.waiting;
    // The line of what was missed stays right before what it is about.
    if (next && next === this.conversation.missed && this.#missed.isConnected) this.#missed.before(node);
    else place.before(node);
  }

  #said({ author, text, at }) {
    const when = el('time', { dateTime: at.toISOString(), text: isToday(at) ? clock(at) : dateTime(at) });
    const head = el('p', { class: 'message-head' }, el('strong', { text: author.name }), ' ', when);
    const body = el('div', { class: 'message-body' }, head, el('p', { class: 'message-text', text }));
    const own = author.id === this.me;
    return el('div', { class: own ? 'message message-own' : 'message message-with-face' }, own ? null : face(author), body);
  }

  #showWaiting() {
    const mine = this.outbox.waiting.filter(({ roomId }) => roomId === this.roomId);
    this.waiting.replaceChildren(...mine.map(({ text }) => el('div', { class: 'message message-own' },
      el('p', { class: 'message-head', say: 'talk.sending' }), el('p', { class: 'message-text', text }))));
  }
}

const isToday = (at) => at.toDateString() === new Date().toDateString();
