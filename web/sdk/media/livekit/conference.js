import { abortable } from '../../core/abort.js';
import { Backoff } from '../../core/backoff.js';
import { Emitter } from '../../core/emitter.js';
import { Refusal, Unavailable } from '../../core/errors.js';
import { load } from '../../core/load.js';
import { cameraSize, slotOf } from './sources.js';
import { Speakers } from './speakers.js';
import { TrackPublisher } from './track-publisher.js';

/**
 * The media of a group room: one connection to its LiveKit server, which forwards everybody's tracks.
 * It stands where a room without a server has its Mesh.
 *
 * Events: `tracks` ({userId, tracks}) and `state` ({userId, state}) as of a Mesh; `speaking` ({userId,
 * speaking}), `quality` ({userId, quality}: `excellent` to `lost`), `muted` when the server muted us,
 * `dismissed` (`kicked`, `destroyed` or `replaced`: by another page of ours) when we are out for good,
 * `refused` (MoimError) when a track could not be sent, and once in each outage that LiveKit's own
 * attempts did not mend.
 */
export class Conference extends Emitter {
  #tracks = {};
  #received = new Map();
  #qualities = new Map();
  #publisher = null;
  #connecting = null;
  #timer = null;
  #told = false;
  #over = false;

  /** Rejects with a Refusal when the server gave no pass, or the console has no client for it. */
  static async open(pass, { signal } = {}) {
    if (!pass) throw new Refusal('media', '570');
    const sdk = await abortable(load('livekit', 'media'), signal);
    sdk.setLogLevel('warn');
    return new Conference({ sdk, pass });
  }

  /** `sdk` is LiveKit's client, `pass` {url, token} as `joinRoom` answered it. */
  constructor({ sdk, pass, backoff = new Backoff() }) {
    super();
    this.sdk = sdk;
    this.pass = pass;
    this.backoff = backoff;
    this.speakers = new Speakers({ onChange: (userId, speaking) => this.emit('speaking', { userId, speaking }) });
    this.room = new sdk.Room({ dynacast: true, stopLocalTrackOnUnpublish: false });
    this.#listen();
  }

  /** Connects, and again after a loss that LiveKit's own attempts did not mend. */
  start() {
    if (this.#over || this.#connecting || this.room.state !== 'disconnected') return;
    this.#connecting = this.#connect().finally(() => { this.#connecting = null; });
  }

  /** A fresh pass, from a `joinRoom` after the socket was lost. */
  renew(pass) {
    this.pass = pass ?? this.pass;
    this.start();
  }

  stateOf(userId) {
    if (this.ownState !== 'connected') return this.ownState;
    return this.room.remoteParticipants.has(userId) ? 'connected' : 'new';
  }

  /** Our own way to the server, as one of the states above. */
  get ownState() {
    const { state } = this.room;
    if (state === 'connected') return 'connected';
    return state === 'disconnected' || state === 'connecting' ? 'connecting' : 'disconnected';
  }

  /** Everybody who is there, ourselves among them: {id, name}. */
  get people() {
    const { localParticipant, remoteParticipants } = this.room;
    return [localParticipant, ...remoteParticipants.values()].map(({ identity, name }) => ({ id: identity, name: name || identity }));
  }

  tracksOf(userId) {
    return this.#received.get(userId) ?? {};
  }

  qualityOf(userId) {
    return this.#qualities.get(userId);
  }

  isSpeaking(userId) {
    return this.speakers.isSpeaking(userId);
  }

  setTracks(tracks) {
    this.#tracks = tracks;
    return this.#publisher?.set(tracks);
  }

  resume() {
    this.start();
  }

  /** Members come and go by the calls socket, their media by LiveKit: a tile shows once both are there. */
  add(userId) {
    this.emit('state', { userId, state: this.stateOf(userId) });
  }

  remove(userId) {
    this.speakers.remove(userId);
  }

  /** Descriptions and candidates are for rooms whose members connect to each other. */
  receive() {}

  close() {
    this.#over = true;
    clearTimeout(this.#timer);
    this.speakers.close();
    this.room.disconnect(false);
  }

  async #connect() {
    try {
      await this.room.connect(this.pass.url, this.pass.token);
      if (this.#over) return;
      this.backoff.reset();
      this.#told = false;
      this.#publisher = new TrackPublisher({ participant: this.room.localParticipant, onFailed: () => this.#failed() });
      this.#publisher.set(this.#tracks);
      this.#tellStates();
    } catch {
      this.#again();
    }
  }

  #again() {
    if (this.#over) return;
    if (!this.#told) this.emit('refused', new Unavailable('media', 'unreachable'));
    this.#told = true;
    this.#timer = setTimeout(() => this.start(), this.backoff.next());
  }

  /** What a lost connection broke, the next one sends anew. */
  #failed() {
    if (this.room.state === 'connected') this.emit('refused', new Refusal('media', '570'));
  }

  #listen() {
    const { RoomEvent } = this.sdk;
    const on = (event, listener) => this.room.on(event, listener);
    on(RoomEvent.TrackSubscribed, (track, publication, { identity }) => this.#receive(identity, publication, track.mediaStreamTrack));
    on(RoomEvent.TrackUnsubscribed, (track, publication, { identity }) => this.#receive(identity, publication, null));
    on(RoomEvent.ParticipantConnected, () => this.#rearrange());
    on(RoomEvent.ParticipantDisconnected, ({ identity }) => this.#forget(identity));
    on(RoomEvent.ActiveSpeakersChanged, (people) => this.speakers.update(people.map(({ identity }) => identity)));
    on(RoomEvent.ConnectionQualityChanged, (quality, { identity }) => this.#rate(identity, quality));
    on(RoomEvent.ConnectionStateChanged, () => this.#tellStates());
    on(RoomEvent.TrackMuted, (publication, { isLocal }) => isLocal && this.#trackMuted(publication));
    on(RoomEvent.LocalTrackUnpublished, (publication) => this.#publisher?.forget(publication));
    on(RoomEvent.Disconnected, (reason) => this.#disconnected(reason));
  }

  #receive(userId, publication, track) {
    const slot = slotOf(publication.source);
    if (!slot) return;
    const tracks = { ...this.#received.get(userId), [slot]: track };
    this.#received.set(userId, tracks);
    this.#fit(publication);
    this.emit('tracks', { userId, tracks });
  }

  #forget(userId) {
    this.#received.delete(userId);
    this.#qualities.delete(userId);
    this.emit('tracks', { userId, tracks: {} });
    this.emit('quality', { userId, quality: undefined });
    this.#rearrange();
  }

  #rearrange() {
    for (const { trackPublications } of this.room.remoteParticipants.values()) trackPublications.forEach((each) => this.#fit(each));
    this.#tellStates();
  }

  #fit(publication) {
    if (publication.source !== 'camera' || !publication.isSubscribed) return;
    publication.setVideoQuality(this.sdk.VideoQuality[cameraSize(this.room.remoteParticipants.size + 1)]);
  }

  #rate(userId, quality) {
    this.#qualities.set(userId, quality);
    this.emit('quality', { userId, quality });
  }

  #trackMuted({ source }) {
    if (source === 'microphone' && !this.#publisher?.isMutedByUs) this.emit('muted');
  }

  #disconnected(reason) {
    const { PARTICIPANT_REMOVED, ROOM_DELETED, DUPLICATE_IDENTITY, CLIENT_INITIATED } = this.sdk.DisconnectReason;
    this.#publisher = null;
    const dismissed = { [PARTICIPANT_REMOVED]: 'kicked', [ROOM_DELETED]: 'destroyed', [DUPLICATE_IDENTITY]: 'replaced' }[reason];
    if (dismissed) this.emit('dismissed', dismissed);
    // A connect that fails also reports this; it tries again by itself.
    else if (reason !== CLIENT_INITIATED && !this.#connecting) this.#again();
  }

  #tellStates() {
    for (const userId of this.room.remoteParticipants.keys()) this.emit('state', { userId, state: this.stateOf(userId) });
    this.emit('state', { userId: this.room.localParticipant.identity, state: this.ownState });
  }
}
