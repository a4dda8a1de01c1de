import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import { Backoff } from '../../../../../../web/sdk/core/backoff.js';
import { Conference } from '../../../../../../web/sdk/media/livekit/conference.js';

const EVENTS = ['TrackSubscribed', 'TrackUnsubscribed', 'ParticipantConnected', 'ParticipantDisconnected', 'ActiveSpeakersChanged',
  'ConnectionQualityChanged', 'ConnectionStateChanged', 'TrackMuted', 'Disconnected'];
const DisconnectReason = { CLIENT_INITIATED: 1, DUPLICATE_IDENTITY: 2, PARTICIPANT_REMOVED: 4, ROOM_DELETED: 5, SIGNAL_CLOSE: 9 };

/** LiveKit's room, as far as it is used: connecting works unless `down`. */
class FakeRoom extends EventEmitter {
  state = 'disconnected';
  remoteParticipants = new Map();
  passes = [];
  down = false;
  localParticipant = { publishTrack: async () => this.publication, unpublishTrack: async () => {} };
  publication = { isMuted: false, mute: async () => { this.publication.isMuted = true; }, unmute: async () => {} };
  async connect(url, token) {
    this.passes.push(token);
    if (this.down) throw new Error('down');
    this.state = 'connected';
  }
  disconnect() { this.state = 'disconnected'; }
  lose(reason) {
    this.state = 'disconnected';
    this.emit('Disconnected', reason);
  }
  join(identity) {
    this.remoteParticipants.set(identity, { identity, trackPublications: new Map() });
    this.emit('ParticipantConnected', { identity });
  }
}

function conferenceOf() {
  const sdk = { Room: FakeRoom, RoomEvent: Object.fromEntries(EVENTS.map((name) => [name, name])), DisconnectReason, VideoQuality: { HIGH: 2, MEDIUM: 1, LOW: 0 } };
  const conference = new Conference({ sdk, pass: { url: 'ws://x', token: 't1' }, backoff: new Backoff({ first: 1, most: 2 }) });
  return { conference, room: conference.room };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const heard = (emitter, type) => new Promise((resolve) => emitter.on(type, (...details) => resolve(details)));
const publication = (source) => ({ source, isSubscribed: true, sizes: [], setVideoQuality(size) { this.sizes.push(size); } });

test('tracks that arrive are known by whose they are and what they show', () => {
  const { conference, room } = conferenceOf();
  const ann = { identity: 'ann' };
  for (const [source, id] of [['camera', 'c'], ['microphone', 'm'], ['screen_share_audio', 'x']]) {
    room.emit('TrackSubscribed', { mediaStreamTrack: id }, publication(source), ann);
  }
  assert.deepEqual(conference.tracksOf('ann'), { cam: 'c', mic: 'm' });
  room.emit('TrackUnsubscribed', {}, publication('camera'), ann);
  assert.deepEqual(conference.tracksOf('ann'), { cam: null, mic: 'm' });
  room.emit('ParticipantDisconnected', ann);
  assert.deepEqual([conference.tracksOf('ann'), conference.tracksOf('bob')], [{}, {}]);
});

test('cameras are fetched smaller as the room fills', () => {
  const { room } = conferenceOf();
  const camera = publication('camera');
  room.join('ann');
  room.remoteParticipants.get('ann').trackPublications.set('c', camera);
  room.emit('TrackSubscribed', {}, camera, { identity: 'ann' });
  for (let i = 0; i < 6; i++) room.join(`u${i}`);
  assert.deepEqual([camera.sizes[0], camera.sizes.at(-1)], [2, 0]);
});

test('a member is connected once LiveKit knows them', async () => {
  const { conference, room } = conferenceOf();
  assert.deepEqual([conference.ownState, conference.stateOf('ann')], ['connecting', 'connecting']);
  conference.start();
  await settled();
  assert.deepEqual([conference.ownState, conference.stateOf('ann')], ['connected', 'new']);
  room.join('ann');
  assert.equal(conference.stateOf('ann'), 'connected');
  room.state = 'reconnecting';
  assert.deepEqual([conference.ownState, conference.stateOf('ann')], ['disconnected', 'disconnected']);
});

test('being muted by the server is news, being muted by us is not', async () => {
  const { conference, room } = conferenceOf();
  let muted = 0;
  conference.on('muted', () => muted++);
  conference.start();
  await settled();
  await conference.setTracks({ mic: { id: 'm', enabled: false } });
  room.emit('TrackMuted', { source: 'microphone' }, { isLocal: true });
  assert.equal(muted, 0);
  await conference.setTracks({ mic: { id: 'm', enabled: true } });
  room.publication.isMuted = false;
  await conference.setTracks({ mic: null });
  await conference.setTracks({ mic: { id: 'm', enabled: true } });
  room.emit('TrackMuted', { source: 'microphone' }, { isLocal: false });
  room.emit('TrackMuted', { source: 'microphone' }, { isLocal: true });
  assert.equal(muted, 1);
});

test('an outage is told once, and ends with the newest pass', async () => {
  const { conference, room } = conferenceOf();
  let told = 0;
  conference.on('refused', ({ code }) => { assert.equal(code, 'unreachable'); told++; });
  room.down = true;
  conference.start();
  while (room.passes.length < 3) await settled();
  room.down = false;
  conference.renew({ url: 'ws://x', token: 't2' });
  while (room.state !== 'connected') await settled();
  assert.deepEqual([told, room.passes.at(-1)], [1, 't2']);
});

test('a lost connection is made again, one that was ended is not', async () => {
  const { conference, room } = conferenceOf();
  conference.start();
  await settled();
  const news = heard(conference, 'refused');
  room.lose(DisconnectReason.SIGNAL_CLOSE);
  await news;
  while (room.state !== 'connected') await settled();
  assert.equal(room.passes.length, 2);
  room.lose(DisconnectReason.PARTICIPANT_REMOVED);
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(room.passes.length, 2);
});

test('after closing nothing connects any more', async () => {
  const { conference, room } = conferenceOf();
  room.down = true;
  conference.start();
  await heard(conference, 'refused');
  conference.close();
  const { length } = room.passes;
  await new Promise((resolve) => setTimeout(resolve, 20));
  conference.renew({ url: 'ws://x', token: 't3' });
  await settled();
  assert.equal(room.passes.length, length);
});
