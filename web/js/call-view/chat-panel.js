import { el, icon } from '../shared/dom.js';
import { placeholder, t } from '../shared/i18n.js';

/** Messages to everyone or to one person. `onUnread(count)` reports what came while the panel was closed. */
export class ChatPanel {
  #unread = 0;
  #last = Promise.resolve();

  constructor({ call, onRefused, onUnread }) {
    this.call = call;
    this.onRefused = onRefused;
    this.onUnread = onUnread;
    this.list = el('div', { class: 'scroll messages', attrs: { role: 'log', 'aria-live': 'polite' }, label: 'chat.title' });
    this.list.dataset.empty = t('chat.empty');
    this.input = el('input', { class: 'input', name: 'message', maxLength: 2000, autocomplete: 'off', label: 'chat.message' });
    placeholder(this.input, 'chat.placeholder');
    this.to = el('select', { class: 'select-quiet', label: 'chat.to' });
    this.element = el('div', { class: 'panel-body', id: 'panel-chat' }, this.list, this.#composer());
    call.room.on('changed', () => this.#showPeople());
    call.room.on('chat', (presence) => this.#receive(presence));
    this.#showPeople();
  }

  opened() {
    this.#unread = 0;
    this.onUnread(0);
    this.input.focus();
  }

  #composer() {
    const send = el('button', { class: 'button button-primary', type: 'submit', label: 'chat.send' }, icon('send'));
    const to = el('div', { class: 'composer-to' }, el('span', { class: 'soft', say: 'chat.to' }), this.to);
    to.hidden = !this.call.room.can.whisper;
    const row = el('div', { class: 'composer-row' }, this.input, send);
    return el('form', { class: 'composer', on: { submit: (event) => this.#send(event) } }, to, row);
  }

  #showPeople() {
    const chosen = this.to.value;
    const people = this.call.room.others.map(({ id, name }) => el('option', { value: id, text: name || id }));
    this.to.replaceChildren(el('option', { value: '', say: 'chat.everyone' }), ...people);
    this.to.value = this.call.room.members.has(chosen) ? chosen : '';
  }

  async #send(event) {
    event.preventDefault();
    const message = this.input.value.trim();
    if (!message) return;
    const target = this.to.value || undefined;
    this.input.value = '';
    this.input.focus();
    try {
      await this.#inTurn(() => this.call.chat(message, target));
      this.#show({ head: target ? ['chat.toOnly', { name: this.call.room.nameOf(target) }] : ['call.you'], message });
    } catch (refusal) {
      this.input.value ||= message;
      this.onRefused(refusal);
    }
  }

  /** Nothing orders two messages of one client: each waits for the answer to the one before. */
  #inTurn(send) {
    const sent = this.#last.then(send);
    this.#last = sent.catch(() => {});
    return sent;
  }

  #receive({ user, message, target }) {
    const head = [el('strong', { text: this.call.room.nameOf(user) })];
    if (target) head.push(' · ', el('span', { say: 'chat.privately' }));
    this.#append('message', head, message);
    if (this.element.offsetParent === null) this.onUnread(++this.#unread);
  }

  #show({ head, message }) {
    this.#append('message message-own', [el('span', { say: head })], message);
  }

  #append(classes, head, message) {
    const text = typeof message === 'string' ? message : JSON.stringify(message);
    this.list.append(el('div', { class: classes }, el('p', { class: 'message-head' }, ...head), el('p', { class: 'message-text', text })));
    this.list.scrollTop = this.list.scrollHeight;
  }
}
