import { Members } from '../core/members.js';

/**
 * Who is in a study's call, and which socket each of them has now. A `video:user-joined` may overtake
 * the `video:room-state` of our own entry, so what is heard in between outweighs that list.
 *
 * Events: `changed`, `joined` (Member), `left` (Member), `share`, `chat` as of a Room; `socketChanged`
 * (Member) for somebody who is here by another socket than before.
 */
export class StudyRoom extends Members {
  can = { board: false, whisper: false };
  /** Nobody says how many a study's call may hold. */
  capacity = null;
  /** Nobody hosts such a call: all are alike. */
  host = '';
  isHost = false;
  #heard = new Map();
  #sharers = [];

  constructor({ roomId, title, self }) {
    super(self.id);
    Object.assign(this, { roomId, title });
    this.members.set(self.id, { ...self, audio: true, video: true });
  }

  /** The screen on the stage is the one that was shared last. */
  get share() {
    const user = this.#sharers.at(-1);
    return user ? { type: 'screen', user } : {};
  }

  /** The user behind a socket; undefined for somebody who has left. */
  userOf(socketId) {
    return this.others.find((member) => member.socketId === socketId)?.id;
  }

  socketOf(userId) {
    return this.members.get(userId)?.socketId;
  }

  /** Call before entering: from now on news is newer than the list that will come. */
  expect() {
    this.#heard.clear();
  }

  /** Our own socket is another one: to everybody we are new, so they are to us. */
  startOver() {
    for (const member of this.others) this.members.set(member.id, { ...member, socketId: null });
  }

  enter(participants) {
    const listed = participants.filter(({ socketId, userId }) => userId !== this.selfId && !this.#heard.has(socketId));
    const kept = new Set([...listed.map(({ userId }) => userId), ...this.others.filter(({ socketId }) => this.#heard.get(socketId)).map(({ id }) => id)]);
    for (const member of this.others) if (!kept.has(member.id)) this.#remove(member);
    for (const participant of listed) this.#admit(participant);
    this.emit('changed');
  }

  join(participant) {
    if (participant.userId === this.selfId) return;
    this.#heard.set(participant.socketId, true);
    this.#admit(participant);
    this.emit('changed');
  }

  /** A user who has a newer socket by now has not left. */
  leave({ socketId, userId }) {
    this.#heard.set(socketId, false);
    const member = this.members.get(userId);
    if (!member || userId === this.selfId || member.socketId !== socketId) return;
    this.#remove(member);
    this.emit('changed');
  }

  setSharing(userId, sharing) {
    const others = this.#sharers.filter((id) => id !== userId);
    this.#sharers = sharing && this.members.has(userId) ? [...others, userId] : others;
    this.emit('share');
    this.emit('changed');
  }

  #admit({ socketId, userId, user, isMuted = false, isVideoOff = false, isSharingScreen = false }) {
    const known = this.members.get(userId);
    const member = { ...known, id: userId, name: user?.name || userId, socketId, audio: !isMuted, video: !isVideoOff };
    this.members.set(userId, member);
    if (isSharingScreen !== this.#sharers.includes(userId)) this.setSharing(userId, isSharingScreen);
    if (!known) this.emit('joined', member);
    else if (known.socketId !== socketId) this.emit('socketChanged', member);
  }

  #remove(member) {
    this.members.delete(member.id);
    this.setSharing(member.id, false);
    this.emit('left', member);
  }
}
