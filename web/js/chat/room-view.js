import { Conversation, PAGE } from '../../sdk/moim.js';
import { el } from '../shared/dom.js';
import { openDialog } from '../widgets/dialog.js';
import { Composer } from './composer.js';
import { People } from './people.js';
import { Timeline } from './timeline.js';
/** @import { ChatClient, ChatSocket } from '../../sdk/moim.js' */

/** One room: what was said in it, who is in it, and a place to say something. */
export class RoomView {
  #offs = [];
  #entering = false;
  #loading = false;
  #open = true;

  /**
   * `room` as the list has it; `onGone` hears that we are in it no more, `act` runs something and tells refusals.
   * @param {{client: ChatClient, socket: ChatSocket, act: any, me: any, room: any, onGone: any}} parts
   */
  constructor({ client, socket, act, me, room, onGone }) {
    this.client = client;
    this.socket = socket;
    this.act = act;
    this.id = String(room.roomId);
    this.unread = room.unreadMessagesCount ?? 0;
    this.onGone = onGone;
    this.conversation = new Conversation({ me });
    this.timeline = new Timeline({ conversation: this.conversation, outbox: socket.outbox, roomId: this.id, me, onEarlier: () => this.#earlier() });
    this.people = new People({ client, roomId: this.id, isHost: String(room.hostId) === me, me, act });
    this.composer = new Composer((text) => this.#say(text));
    this.element = el('section', { class: 'chat-room', attrs: { 'aria-labelledby': 'room-title' } },
      this.#head(room, me), this.people.element, this.timeline.element, this.composer.element);
  }

  open() {
    this.#listen();
    this.composer.open();
    return this.act(() => this.#enter());
  }

  close() {
    this.#open = false;
    this.#offs.forEach((off) => off());
    this.timeline.close();
    this.socket.silence();
    return this.#read();
  }

  #head({ roomId, meetingTitle, hostId }, me) {
    const back = el('a', { class: 'button button-small chat-back', href: '#', say: 'talk.back' });
    const title = el('h1', { id: 'room-title' }, el('a', { href: `meetings.html#meeting=${roomId}`, text: meetingTitle }));
    const leave = el('button', { class: 'button button-small', type: 'button', say: 'talk.leave', hidden: String(hostId) === me, on: { click: () => this.#askToLeave() } });
    return el('div', { class: 'chat-head' }, back, title, leave);
  }

  #listen() {
    const { socket } = this;
    const look = () => {
      this.#look();
      this.#read();
    };
    document.addEventListener('visibilitychange', look);
    this.#offs = [
      () => document.removeEventListener('visibilitychange', look),
      socket.on('message', ({ roomId, message }) => roomId === this.id && this.#hear(message)),
      socket.on('state', () => this.act(() => this.#goOn())),
      socket.on('refused', ({ said }) => said?.roomId === this.id && this.composer.giveBack(said.text)),
      socket.on('gone', (roomId) => roomId === this.id && this.onGone()),
    ];
  }

  async #enter() {
    if (this.#entering) return;
    this.#entering = true;
    const page = await this.client.enter(this.id).finally(() => { this.#entering = false; });
    if (!this.#open) return;
    const hasEarlier = page.length === PAGE;
    this.timeline.prepend(() => this.conversation.open(page, this.unread, hasEarlier), hasEarlier);
    this.timeline.open();
    this.#hearOn();
    await this.people.load();
  }

  /** After a cut reads what was missed, then hears the rest: the socket tells what was said in between. */
  async #goOn() {
    const { conversation, socket, timeline } = this;
    conversation.watch(false);
    if (socket.state !== 'ready') return;
    if (!timeline.isOpen) return this.#enter();
    if (conversation.since) {
      // Without an answer there is still what the socket tells by itself.
      const missed = await this.client.after(this.id, conversation.since).catch(() => []);
      timeline.append(() => conversation.add(missed));
    }
    this.#hearOn();
    if (isVisible()) this.#read();
  }

  #hearOn() {
    if (this.socket.state !== 'ready' || !this.#open) return;
    this.socket.listen(this.id, this.conversation.since);
    this.#look();
  }

  #look() {
    this.conversation.watch(isVisible() && this.socket.state === 'ready');
  }

  /** What has been seen is read; if that cannot be said now, it is said next time. */
  #read() {
    return this.client.read(this.id).catch(() => {});
  }

  #hear(message) {
    this.timeline.append(() => this.conversation.add([message]));
    if (message.isNotice) this.act(() => this.people.load());
  }

  #earlier() {
    if (this.#loading) return undefined;
    this.#loading = true;
    return this.act(async () => {
      const page = await this.client.before(this.id, this.conversation.first);
      const hasEarlier = page.length === PAGE;
      this.timeline.prepend(() => this.conversation.before(page, hasEarlier), hasEarlier);
    }).finally(() => { this.#loading = false; });
  }

  #say(text) {
    this.socket.say(this.id, text);
    this.timeline.showEnd();
  }

  #askToLeave() {
    const stay = el('button', { class: 'button', type: 'submit', say: 'control.cancel' });
    const go = el('button', { class: 'button button-danger', type: 'submit', say: 'talk.leave', on: { click: () => this.#leave() } });
    openDialog('talk.leaveTitle', el('p', { class: 'soft', say: 'talk.leaveLead' }), el('div', { class: 'dialog-actions' }, stay, go));
  }

  #leave() {
    return this.act(async () => {
      await this.client.leave(this.id);
      this.onGone();
    });
  }
}

const isVisible = () => document.visibilityState === 'visible';
