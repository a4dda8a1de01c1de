import { abortable } from '../core/abort.js';
import { Refusal } from '../core/errors.js';
import { claims } from '../core/jwt.js';
import { Members } from '../core/members.js';
import { Conference } from '../media/livekit/conference.js';
import { LiveCall } from '../media/live-call.js';

/**
 * Being in a group room with nothing but a pass: its media server tells who is there. Whoever wants chat, a host or
 * a whiteboard besides joins the same room as a Call.
 *
 * Events: those of a LiveCall.
 */
export class RoomCall extends LiveCall {
  constructor({ media }) {
    super({ session: null, media });
  }

  /** `pass` {url, token} as a RoomClient answers it. After a failure the call is of no more use: `abandon` it. */
  async join({ url, token }, { signal } = {}) {
    signal?.throwIfAborted();
    const { media } = this;
    const transport = await Conference.open({ url, token }, { signal });
    this.room = new Members(claims(token).sub);
    this.transport = transport;
    this.showRoom();
    this.showTransport();
    this.listen(
      media.on('changed', (tracks) => transport.setTracks({ ...tracks })),
      media.on('screenEnded', () => this.stopShare()),
      transport.on('state', () => this.#count()),
      transport.on('muted', () => this.obeyMute()),
      transport.on('refused', (refusal) => this.emit('refused', refusal)),
      transport.on('dismissed', (reason) => this.end(reason)),
    );
    transport.setTracks({ ...media.tracks });
    const connected = this.#connected();
    transport.start();
    await abortable(connected, signal);
  }

  /** The media server sees it by itself. */
  async tellMedia() {}

  /** The screen that the user picks, or a track of one. */
  async shareScreen(track) {
    this.media.setScreen(track ?? (await this.media.pickScreen()));
  }

  async stopShare() {
    this.media.setScreen(null);
  }

  async leave() {
    this.end('left');
  }

  #connected() {
    return new Promise((resolve, reject) => {
      this.listen(
        this.transport.on('state', () => this.transport.ownState === 'connected' && resolve()),
        this.transport.on('refused', reject),
        this.transport.on('dismissed', (reason) => reject(new Refusal('media', '413', reason))),
      );
    });
  }

  #count() {
    const { room, transport } = this;
    const before = room.members;
    room.members = new Map(transport.people.map((person) => [person.id, person]));
    for (const [id, member] of before) if (!room.members.has(id)) room.emit('left', member);
    for (const [id, member] of room.members) if (!before.has(id) && id !== room.selfId) room.emit('joined', member);
    room.emit('changed');
  }
}
