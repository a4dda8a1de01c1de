/** A small event source: `on` answers a function that takes the listener away again. */
export class Emitter {
  #listeners = new Map();

  on(type, listener) {
    if (!this.#listeners.has(type)) this.#listeners.set(type, new Set());
    this.#listeners.get(type).add(listener);
    return () => this.#listeners.get(type).delete(listener);
  }

  emit(type, ...details) {
    for (const listener of [...(this.#listeners.get(type) ?? [])]) listener(...details);
  }
}
