import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TrackPublisher } from '../../../../../../web/sdk/media/livekit/track-publisher.js';

/** LiveKit's local participant, as far as it is used; writes down what it is told. */
class FakeParticipant {
  told = [];
  broken = false;
  async publishTrack(track, { source }) {
    if (this.broken) throw new Error('refused');
    this.told.push(`publish ${source} ${track.id}`);
    const publication = {
      isMuted: false,
      track: { replaceTrack: async (next) => this.told.push(`replace by ${next.id}`) },
      mute: async () => { publication.isMuted = true; this.told.push('mute'); },
      unmute: async () => { publication.isMuted = false; this.told.push('unmute'); },
      source,
    };
    publication.track.source = source;
    return publication;
  }
  async unpublishTrack({ source }, stop) {
    this.told.push(`unpublish ${source} ${stop}`);
  }
}

function publisherOf() {
  const participant = new FakeParticipant();
  const failures = [];
  return { participant, failures, publisher: new TrackPublisher({ participant, onFailed: (error) => failures.push(error.message) }) };
}

const mic = (id, enabled = true) => ({ id, enabled });
const nothing = { mic: null, cam: null, screen: null };

test('what is captured is published once, however often it is said', async () => {
  const { participant, publisher } = publisherOf();
  const tracks = { mic: mic('m'), cam: { id: 'c' }, screen: null };
  publisher.set(tracks);
  await publisher.set(tracks);
  assert.deepEqual(participant.told, ['publish microphone m', 'publish camera c']);
});

test('a muted microphone is published muted, and unmuted when it speaks', async () => {
  const { participant, publisher } = publisherOf();
  await publisher.set({ ...nothing, mic: mic('m', false) });
  assert.equal(publisher.isMutedByUs, true);
  await publisher.set({ ...nothing, mic: mic('m', true) });
  assert.equal(publisher.isMutedByUs, false);
  assert.equal(participant.told.filter((each) => /^(un)?mute$/.test(each)).join(), 'mute,unmute');
});

test('another device replaces the track without publishing anew', async () => {
  const { participant, publisher } = publisherOf();
  await publisher.set({ ...nothing, cam: { id: 'c1' } });
  await publisher.set({ ...nothing, cam: { id: 'c2' } });
  assert.deepEqual(participant.told, ['publish camera c1', 'replace by c2']);
});

test('what stops is withdrawn, and its capture is left alone', async () => {
  const { participant, publisher } = publisherOf();
  await publisher.set({ ...nothing, screen: { id: 's' } });
  await publisher.set(nothing);
  assert.deepEqual(participant.told, ['publish screen_share s', 'unpublish screen_share false']);
});

test('a change of mind on the way is the one that counts', async () => {
  const { participant, publisher } = publisherOf();
  publisher.set({ ...nothing, cam: { id: 'c1' } });
  publisher.set({ ...nothing, cam: { id: 'c2' } });
  await publisher.set(nothing);
  assert.deepEqual(participant.told, []);
});

test('one track that fails is reported, the next change tries it again', async () => {
  const { participant, failures, publisher } = publisherOf();
  const tracks = { ...nothing, cam: { id: 'c' } };
  participant.broken = true;
  await publisher.set(tracks);
  participant.broken = false;
  await publisher.set(tracks);
  assert.deepEqual([failures, participant.told], [['refused'], ['publish camera c']]);
});
