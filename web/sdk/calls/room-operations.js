import { LiveCall } from '../media/live-call.js';

/**
 * What a member asks of the room they are in. Each resolves with the reply and rejects with a Refusal, whose code says
 * why not. `options.signal` ends the waiting, not what was asked for.
 */
export class RoomOperations extends LiveCall {
  /** Any operation of the document, in our room. */
  request(op, fields = {}, options = {}) {
    return this.session.request(op, { roomId: this.room.roomId, ...fields }, options);
  }

  /** To everybody in the room, or to one of them. */
  chat(message, target, options) {
    return this.request('chat', { message, target }, options);
  }

  /** One way. */
  draw(fields) {
    return this.session.send('drawing', { roomId: this.room.roomId, ...fields });
  }

  /** Tells one member something that is not for people to read: text or JSON. */
  inform(target, message, options) {
    return this.request('inform', { target, message }, options);
  }

  /** Between browsers: asks the member's page, which obeys its host. A media server is told by `permit`. */
  mute(target, options) {
    return this.inform(target, { ask: 'mute' }, options);
  }

  async kick(target, options) {
    const reply = await this.request('kickOut', { target }, options);
    this.room.apply({ type: 'leave', user: target, rev: reply.rev });
  }

  /** `fields`: chat, draw, screen, whiteboard, document, audio, video, each true or false. */
  async permit(target, fields, options) {
    await this.request('permit', { target, ...fields }, options);
    this.room.apply({ type: 'permit', target, ...fields });
  }

  /** `fields`: title, capacity, host. */
  async edit(fields, options) {
    const reply = await this.request('editRoomInfo', fields, options);
    this.room.edit({ ...fields, rev: reply.rev });
  }

  /** Our own `name`, and whether we send `audio` and `video`. */
  async editUser(fields, options) {
    this.room.update(this.room.selfId, fields);
    await this.request('editUserInfo', fields, options);
  }

  async openBoard(options) {
    await this.request('whiteboard', {}, options);
    this.room.setShare({ type: 'whiteboard', user: this.room.selfId });
  }

  async refreshMembers(options) {
    const { roomId } = this.room;
    this.room.enter(await this.session.request('memberList', { roomId }, options));
  }
}
