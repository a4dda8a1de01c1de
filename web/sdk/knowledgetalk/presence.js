/**
 * What the page is told, in an order that it can rely on: nothing before `joinRoom` has resolved, and nothing of anybody's media
 * before the news that they are there.
 */
export class Presence {
  #tell;
  #held = null;
  #early = new Map();

  /** `tell(detail)` raises the event. */
  constructor(tell) {
    this.#tell = tell;
  }

  /** From now on everything waits for `release`. */
  hold() {
    this.#held ??= [];
  }

  /** Whoever awaits what was held for goes first. */
  release() {
    setTimeout(() => {
      const held = this.#held ?? [];
      this.#held = null;
      for (const detail of held) this.#tell(detail);
    });
  }

  tell(detail) {
    const plain = { eventOp: 'presence', ...detail };
    if (this.#held) this.#held.push(plain);
    else this.#tell(plain);
  }

  /** News of somebody's media; false where it has to wait, since the room does not know them yet. */
  tellOf(userId, isMember, detail) {
    if (isMember) this.tell(detail);
    else this.#early.set(userId, [...(this.#early.get(userId) ?? []), detail]);
    return isMember;
  }

  /** They are there: what waited for that follows. */
  arrived(userId) {
    const details = this.#early.get(userId) ?? [];
    this.#early.delete(userId);
    for (const detail of details) this.tell(detail);
  }

  left(userId) {
    this.#early.delete(userId);
  }

  clear() {
    this.#early.clear();
    this.#held = null;
  }
}
