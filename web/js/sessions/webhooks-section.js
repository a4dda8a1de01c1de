import { el } from '../shared/dom.js';
import { say } from '../shared/i18n.js';
import { dateTime, number } from '../shared/format.js';
import { refusalPhrase } from '../shared/refusal.js';
import { WebhookClient } from '../../sdk/moim.js';

/** Where the license's servers are told what happens, what was sent there, and what became of it. */
export class WebhooksSection {
  constructor({ client }) {
    this.client = new WebhookClient(client);
    this.alert = el('p', { class: 'alert', attrs: { role: 'alert' } });
    this.list = el('div');
    const again = el('button', { class: 'button button-small', type: 'button', say: 'webhooks.refresh', on: { click: () => this.load() } });
    const head = el('div', { class: 'section-head' }, el('h2', { say: 'webhooks.title' }), again);
    this.element = el('section', { class: 'section', attrs: { id: 'webhooks' } }, head, this.alert, this.list);
  }

  load() {
    return this.#act(async () => {
      const webhooks = await this.client.list();
      const shown = await Promise.all(webhooks.map(async (webhook) => this.#webhook(webhook, await this.client.deliveries(webhook.id))));
      this.list.replaceChildren(...(shown.length > 0 ? shown : [el('p', { class: 'soft', say: 'webhooks.none' })]));
    });
  }

  #webhook(webhook, deliveries) {
    const state = webhook.enabled ? (webhook.failingSince ? 'failing' : 'well') : 'disabled';
    const pill = el('span', { class: 'pill', say: `webhooks.${state}` });
    const test = el('button', { class: 'button button-small', type: 'button', say: 'webhooks.test', disabled: !webhook.enabled, on: { click: () => this.#send(() => this.client.test(webhook.id)) } });
    const why = webhook.disabledBecause ? el('p', { class: 'soft small', text: webhook.disabledBecause }) : null;
    const head = ['webhooks.event', 'webhooks.at', 'webhooks.state', 'webhooks.answer', 'webhooks.action'].map((key) => el('th', { scope: 'col', say: key }));
    const rows = deliveries.map((delivery) => this.#delivery(webhook, delivery));
    const table = el('table', {}, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows));
    const sent = rows.length > 0 ? el('div', { class: 'table-scroll' }, table) : el('p', { class: 'soft', say: 'webhooks.nothing' });
    return el('article', {}, el('div', { class: 'section-head' }, el('h3', { text: webhook.url }), pill, test), why, sent);
  }

  #delivery(webhook, delivery) {
    const { id, type, at, state, attempts, status, answer, body } = delivery;
    const what = el('details', {}, el('summary', { text: type }), el('pre', { text: JSON.stringify(body, null, 2) }));
    const how = el('td', { say: [`webhooks.${state}`, {}] });
    const redeliver = el('button', { class: 'button button-small', type: 'button', say: 'webhooks.redeliver', disabled: !webhook.enabled, on: { click: () => this.#send(() => this.client.redeliver(webhook.id, id)) } });
    const came = [status || '', answer].filter((each) => each !== '').join(' ');
    how.title = number(attempts);
    return el('tr', {}, el('th', { scope: 'row' }, what), el('td', { text: dateTime(new Date(at)) }), how, el('td', { text: came }), el('td', {}, redeliver));
  }

  async #send(work) {
    await this.#act(work);
    await this.load();
  }

  async #act(work) {
    try {
      await work();
      this.alert.textContent = '';
    } catch (refusal) {
      if (!refusal.code) console.error(refusal);
      say(this.alert, refusalPhrase(refusal));
    }
  }
}
