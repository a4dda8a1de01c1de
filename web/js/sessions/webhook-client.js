import { request } from '../shared/http.js';

const MINUTES = 60;

/** The webhooks of a license, asked with a token of its own: {server, accessKey, secretKey} are its client's. */
export class WebhookClient {
  #token = null;

  constructor({ server, accessKey, secretKey, fetch }) {
    Object.assign(this, { server, accessKey, secretKey, fetch });
  }

  list() {
    return this.#data('v1/webhooks');
  }

  deliveries(webhook) {
    return this.#data(`v1/webhooks/${webhook}/deliveries?limit=20`);
  }

  redeliver(webhook, delivery) {
    return this.#data(`v1/webhooks/${webhook}/deliveries/${delivery}`, { method: 'POST' });
  }

  test(webhook) {
    return this.#data(`v1/webhooks/${webhook}/test`, { method: 'POST' });
  }

  async #data(path, options = {}) {
    this.#token ??= await this.#signIn();
    try {
      return (await this.#ask(path, options)).data;
    } catch (refusal) {
      if (refusal.code !== '401') throw refusal;
      this.#token = await this.#signIn();
      return (await this.#ask(path, options)).data;
    }
  }

  async #signIn() {
    const { accessKey, secretKey } = this;
    const answer = await this.#ask('v1/auth', { method: 'POST', body: { accessKey, secretKey, expires: MINUTES } });
    return answer.data.accessToken;
  }

  #ask(path, options) {
    const headers = this.#token ? { 's-connector-jwt': this.#token } : {};
    return request('webhooks', new URL(path, this.server), { headers, fetch: this.fetch, ...options });
  }
}
