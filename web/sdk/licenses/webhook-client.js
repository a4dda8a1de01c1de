/** The webhooks of a license, with the token of its LicenseClient. */
export class WebhookClient {
  constructor(license) {
    this.license = license;
  }

  list(options) {
    return this.#ask('webhooks', '', options);
  }

  /** `webhook`: url, and maybe events; the answer has its secret. */
  create(webhook, options) {
    return this.#ask('createWebhook', '', { method: 'POST', body: webhook, ...options });
  }

  change(id, change, options) {
    return this.#ask('changeWebhook', `/${id}`, { method: 'PATCH', body: change, ...options });
  }

  remove(id, options) {
    return this.#ask('deleteWebhook', `/${id}`, { method: 'DELETE', ...options });
  }

  /** Has an event sent that tells of nothing. */
  test(id, options) {
    return this.#ask('testWebhook', `/${id}/test`, { method: 'POST', ...options });
  }

  /** The newest twenty. */
  deliveries(id, options) {
    return this.#ask('deliveries', `/${id}/deliveries?limit=20`, options);
  }

  redeliver(id, delivery, options) {
    return this.#ask('redeliver', `/${id}/deliveries/${delivery}`, { method: 'POST', ...options });
  }

  async #ask(op, path, options) {
    return (await this.license.ask(op, `v1/webhooks${path}`, options)).data;
  }
}
