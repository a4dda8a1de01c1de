import { Members } from '../core/members.js';

const WHOLE_ROOM = ['capacity', 'title', 'host'];
/** So many of the last messages may come again. */
const MOST_CHATS = 64;
const SHARES = new Set(['screen', 'whiteboard', 'document', 'documentShare']);

/**
 * What we know about the room we are in. Nothing orders two messages, so each piece of news about a
 * member carries the room's `rev`, and older news about the same member is dropped.
 *
 * Events: `changed`, `joined` (Member), `left` (Member), `ended` (reason), `chat` (presence), `share`.
 */
export class Room extends Members {
  /** What the page offers in such a room: a whiteboard, messages to one person, to take away a microphone. */
  can = { board: true, whisper: true, silence: false };
  #revs = new Map();
  #chats = [];
  #snapshotRev = -1;
  #hostRev = -1;

  constructor({ roomId, selfId }) {
    super(selfId);
    this.roomId = roomId;
    this.title = '';
    this.host = '';
    this.share = {};
    this.capacity = null;
  }

  get self() {
    return this.members.get(this.selfId);
  }

  get isHost() {
    return this.host === this.selfId;
  }

  /** The state as `joinRoom` or `memberList` answered it; says who came and went in between. */
  enter(reply) {
    const rev = reply.rev ?? this.#snapshotRev;
    if (rev < this.#snapshotRev) return;
    const before = this.members;
    const fresh = Object.entries(reply.members ?? {}).filter(([id]) => !this.#isNewer(id, rev));
    const kept = [...before].filter(([id]) => this.#isNewer(id, rev));
    this.members = new Map([...fresh, ...kept]);
    this.#snapshotRev = rev;
    this.#describe(reply, rev);
    for (const [id, member] of before) if (!this.members.has(id)) this.emit('left', member);
    for (const [id, member] of this.members) if (!before.has(id)) this.emit('joined', member);
    this.emit('changed');
    if ('share' in reply) this.emit('share');
  }

  apply(presence) {
    if (presence.roomId && presence.roomId !== this.roomId) return;
    const { type } = presence;
    if (type === 'join') this.#join(presence);
    else if (type === 'leave') this.#leave(presence);
    else if (type === 'kickOut') this.#kickedOut(presence);
    else if (type === 'editUserInfo') this.update(presence.user, pick(presence, ['name', 'video', 'audio']));
    else if (type === 'permit') this.#permit(presence);
    else if (type === 'editRoomInfo') this.edit(presence);
    else if (SHARES.has(type)) this.setShare({ type, user: presence.sender ?? presence.user });
    else if (type === 'shareStop') this.setShare({});
    else if (type === 'chat' && presence.user !== this.selfId) this.#chat(presence);
  }

  /** Title, capacity, host: from our own successful edit or the news of somebody else's. */
  edit(fields) {
    this.#describe(fields, fields.rev ?? this.#hostRev);
    this.emit('changed');
  }

  setShare(share) {
    this.share = share;
    this.emit('share');
    this.emit('changed');
  }

  #describe(news, rev) {
    const { host, ...facts } = pick(news, WHOLE_ROOM);
    Object.assign(this, facts);
    if ('share' in news) this.share = news.share ?? {};
    if (host === undefined || rev < this.#hostRev) return;
    this.host = host;
    this.#hostRev = rev;
  }

  #join({ user, rev }) {
    if (!this.#isNews(user.id, rev)) return;
    const known = this.members.has(user.id);
    this.members.set(user.id, user);
    if (!known) this.emit('joined', user);
    this.emit('changed');
  }

  #leave({ user, host, rev, destroyed }) {
    if (user === this.selfId) {
      this.emit('ended', destroyed ? 'destroyed' : 'left');
      return;
    }
    if (!this.#isNews(user, rev)) return;
    const member = this.members.get(user);
    this.members.delete(user);
    this.#describe({ host }, rev ?? this.#hostRev);
    if (member) this.emit('left', member);
    this.emit('changed');
  }

  #kickedOut({ user, host, rev }) {
    if (user === this.selfId) this.emit('ended', 'kicked');
    else this.#leave({ user, host, rev });
  }

  #permit({ target, user, permit, ...fields }) {
    const id = target ?? user;
    const granted = permit ?? pick(fields, ['chat', 'draw', 'screen', 'whiteboard', 'document', 'audio', 'video']);
    this.update(id, { permit: { ...this.members.get(id)?.permit, ...granted } });
  }

  /** The same message, told twice after a slow post, has the same time of the gateway. */
  #chat(presence) {
    const { user, sentAt, message } = presence;
    const key = `${user} ${sentAt} ${message}`;
    if (sentAt !== undefined && this.#chats.includes(key)) return;
    this.#chats = [...this.#chats, key].slice(-MOST_CHATS);
    this.emit('chat', presence);
  }

  #isNewer(userId, rev) {
    return (this.#revs.get(userId) ?? -1) > rev;
  }

  /** News without a `rev` is believed: an older server does not number it. */
  #isNews(userId, rev) {
    if (rev === undefined) return true;
    if (rev <= this.#snapshotRev || rev <= (this.#revs.get(userId) ?? -1)) return false;
    this.#revs.set(userId, rev);
    return true;
  }
}

function pick(source, keys) {
  return Object.fromEntries(keys.filter((key) => source[key] !== undefined).map((key) => [key, source[key]]));
}
