import { Notifications } from '../../sdk/moim.js';
import { byId, el, icon } from '../shared/dom.js';
import { label } from '../shared/i18n.js';
/** @import { Account } from '../../sdk/moim.js' */

const CHAT = 'NEW_CHAT_MESSAGE';
const MOST_SHOWN = 99;

/** The bell in the bar of pages where somebody is logged in, and the list that it opens. */
export class Bell {
  #told = null;

  /** @param {{account: Account, notices: any}} parts */
  constructor({ account, notices }) {
    this.account = account;
    this.notices = notices;
    this.count = el('span', { class: 'badge', attrs: { 'aria-hidden': 'true' } });
    this.button = el('button', { class: 'button-icon', type: 'button', attrs: { 'aria-expanded': 'false', 'aria-controls': 'bell-list' }, on: { click: () => this.#toggle() } },
      icon('bell'), this.count);
    this.list = el('ul');
    this.empty = el('p', { class: 'soft', say: 'bell.empty' });
    this.all = el('button', { class: 'button button-small', type: 'button', say: 'bell.deleteAll', on: { click: () => this.#removeAll() } });
    this.panel = el('section', { class: 'bell-panel', id: 'bell-list', hidden: true, attrs: { 'aria-labelledby': 'bell-title' } },
      el('div', { class: 'section-head' }, el('h2', { say: 'bell.title', id: 'bell-title' }), this.all), this.empty, this.list);
    this.element = el('div', { class: 'bell', on: { keydown: ({ key }) => key === 'Escape' && this.#fold() } }, this.button, this.panel);
    document.addEventListener('click', (event) => {
      const target = /** @type {Element} */ (event.target);
      if (this.element.isConnected && !this.element.contains(target) && target.isConnected) this.#fold(false);
    });
  }

  /** Rings from now on, if somebody is logged in. */
  open() {
    this.close();
    if (!this.account.token) return;
    this.#told = new Notifications({ account: this.account });
    this.#told.on('changed', () => this.#show());
    this.#told.on('news', ({ content }) => this.notices.tell('bell.news', { content }));
    byId('topbar').querySelector('.topbar-end').prepend(this.element);
    this.#show();
    this.#told.start();
  }

  close() {
    this.#told?.stop();
    this.#told = null;
    this.element.remove();
    this.#fold(false);
  }

  /** What a socket tells, which is faster. */
  hear(notification) {
    this.#told?.hear(notification);
  }

  #show() {
    const all = this.#told?.all ?? [];
    this.count.hidden = all.length === 0;
    this.count.textContent = all.length > MOST_SHOWN ? `${MOST_SHOWN}+` : String(all.length);
    label(this.button, all.length === 0 ? 'bell.none' : 'bell.count', { count: all.length });
    this.empty.hidden = all.length > 0;
    this.all.hidden = all.length === 0;
    // Nobody needs a list that is not open.
    this.list.replaceChildren(...(this.panel.hidden ? [] : all.map((one) => this.#item(one))));
  }

  #item({ id, content, notificationType }) {
    const text = notificationType === CHAT ? el('a', { href: `chat.html#room=${id}`, text: content }) : el('span', { text: content });
    const remove = el('button', { class: 'button-icon', type: 'button', label: ['bell.delete', { content }], on: { click: () => this.#remove(id) } }, icon('trash'));
    return el('li', {}, text, remove);
  }

  async #remove(id) {
    await this.notices.act(() => this.#told.remove(id));
    this.#focusOnRest();
  }

  async #removeAll() {
    await this.notices.act(() => this.#told.removeAll());
    this.#focusOnRest();
  }

  /** The button that was pressed is gone: whoever uses keys goes on with what is left. */
  #focusOnRest() {
    (this.list.querySelector('button') ?? this.button).focus();
  }

  #toggle() {
    if (!this.panel.hidden) return this.#fold();
    this.panel.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    this.#show();
    // Rooms with something to read ring no bell; they are found by looking.
    return this.notices.act(() => this.#told.load());
  }

  #fold(focus = true) {
    if (this.panel.hidden) return;
    this.panel.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
    if (focus) this.button.focus();
  }
}
