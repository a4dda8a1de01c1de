const HOLD_MS = 900;

/**
 * Who is speaking, held for a moment after the last word: pauses between words must not make the
 * highlight flicker.
 */
export class Speakers {
  #speaking = new Set();
  #timers = new Map();

  constructor({ onChange, holdMs = HOLD_MS }) {
    this.onChange = onChange;
    this.holdMs = holdMs;
  }

  isSpeaking(userId) {
    return this.#speaking.has(userId);
  }

  /** The ids of everybody who is speaking now. */
  update(userIds) {
    const now = new Set(userIds);
    for (const userId of now) this.#start(userId);
    for (const userId of this.#speaking) if (!now.has(userId)) this.#fade(userId);
  }

  remove(userId) {
    clearTimeout(this.#timers.get(userId));
    this.#timers.delete(userId);
    if (this.#speaking.delete(userId)) this.onChange(userId, false);
  }

  close() {
    for (const userId of [...this.#speaking]) this.remove(userId);
  }

  #start(userId) {
    clearTimeout(this.#timers.get(userId));
    this.#timers.delete(userId);
    if (this.#speaking.has(userId)) return;
    this.#speaking.add(userId);
    this.onChange(userId, true);
  }

  #fade(userId) {
    if (this.#timers.has(userId)) return;
    this.#timers.set(userId, setTimeout(() => this.remove(userId), this.holdMs));
  }
}
