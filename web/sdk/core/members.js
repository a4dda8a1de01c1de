import { Emitter } from './emitter.js';

/** Who is in a call, by user id, ourselves among them. Event: `changed`. */
export class Members extends Emitter {
  members = new Map();

  constructor(selfId) {
    super();
    this.selfId = selfId;
  }

  get others() {
    return [...this.members.values()].filter(({ id }) => id !== this.selfId);
  }

  nameOf(userId) {
    return this.members.get(userId)?.name || userId;
  }

  update(userId, fields) {
    const member = this.members.get(userId);
    if (!member) return;
    this.members.set(userId, { ...member, ...fields });
    this.emit('changed');
  }
}
