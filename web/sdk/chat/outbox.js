import { Emitter } from '../core/emitter.js';

/**
 * What somebody has said and the server has not confirmed yet. Each has an id of its own, by which the server knows it
 * again: saying it twice says it once. Event: `changed`.
 */
export class Outbox extends Emitter {
  #waiting = new Map();

  constructor({ newId = () => crypto.randomUUID() } = {}) {
    super();
    this.newId = newId;
  }

  /** In the order in which they were said: [{clientId, roomId, text}]. */
  get waiting() {
    return [...this.#waiting.values()];
  }

  put(roomId, text) {
    const said = { clientId: this.newId(), roomId, text };
    this.#waiting.set(said.clientId, said);
    this.emit('changed');
    return said;
  }

  /** Answers what it was; undefined if it waits no more. */
  take(clientId) {
    const said = this.#waiting.get(clientId);
    if (this.#waiting.delete(clientId)) this.emit('changed');
    return said;
  }
}
