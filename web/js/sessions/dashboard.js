import { el } from '../shared/dom.js';
import { say } from '../shared/i18n.js';
import { clock } from '../shared/format.js';
import { Poller } from '../shared/poller.js';
import { refusalPhrase } from '../shared/refusal.js';
import { LimitsTable } from './limits-table.js';
import { RoomList } from './room-list.js';
import { SessionCharts } from './session-charts.js';
import { UsageCards } from './usage-cards.js';
import { UsageSection } from './usage-section.js';
import { WebhooksSection } from './webhooks-section.js';

/** One license, live: its rooms and everybody in them, what it uses of its limits, and how that went. */
export class Dashboard {
  constructor({ client, onSignOut }) {
    this.client = client;
    this.domain = el('h1', { say: 'sessions.title' });
    this.state = el('p', { class: 'pill' });
    this.alert = el('p', { class: 'alert', attrs: { role: 'alert' } });
    this.cards = new UsageCards();
    this.charts = new SessionCharts();
    this.rooms = new RoomList();
    this.limits = new LimitsTable();
    this.usage = new UsageSection({ client });
    this.webhooks = new WebhooksSection({ client });
    const out = el('button', { class: 'button button-small', type: 'button', say: 'sessions.signOut', on: { click: onSignOut } });
    const head = el('div', { class: 'page-head' }, this.domain, this.state, out);
    this.element = el('div', { class: 'page' }, head, this.alert, this.cards.element, this.charts.element, this.rooms.element, this.usage.element, this.webhooks.element, this.limits.element);
    this.poller = new Poller({ work: () => this.#fetch() });
    this.poller.on('failed', ({ refusal, seconds }) => this.#failed(refusal, seconds));
    say(this.state, 'sessions.loading');
  }

  open() {
    this.charts.seed((from, to) => this.client.usage(from, to));
    this.usage.load();
    this.webhooks.load();
    return this.poller.start();
  }

  close() {
    this.poller.stop();
    for (const part of [this.cards, this.charts, this.usage, this.limits]) part.close();
  }

  async #fetch() {
    // A disabled license may still read what it is, but not its sessions.
    const info = await this.client.info();
    this.#describe(info);
    this.#show(await this.client.sessions());
  }

  #describe(info) {
    this.domain.textContent = info.domain;
    this.cards.describe(info);
    this.limits.show(info.limits ?? {});
  }

  #show(sessions) {
    const people = sessions.reduce((sum, { sessionTokens }) => sum + sessionTokens.length, 0);
    this.alert.textContent = '';
    this.state.dataset.state = 'ready';
    say(this.state, 'sessions.asOf', { time: clock(new Date(), true) });
    this.cards.count(sessions.length, people);
    this.charts.add(Date.now(), sessions.length, people);
    this.rooms.show(sessions);
  }

  #failed(refusal, seconds) {
    if (!refusal.code) console.error(refusal);
    this.state.dataset.state = 'away';
    say(this.state, 'sessions.nextTry', { seconds });
    say(this.alert, refusalPhrase(refusal));
  }
}
