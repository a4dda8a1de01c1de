import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outgoing } from '../../../../../../web/js/media/livekit/outgoing.js';

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

function outgoingOf() {
  const participant = new FakeParticipant();
  const failures = [];
  return { participant, failures, outgoing: new Outgoing({ participant, onFailed: (error) => failures.push(error.message) }) };
}

const mic = (id, enabled = true) => ({ id, enabled });
const nothing = { mic: null, cam: null, screen: null };

test('what is captured is published once, however often it is said', async () => {
  const { participant, outgoing } = outgoingOf();
  const tracks = { mic: mic('m'), cam: { id: 'c' }, screen: null };
  outgoing.set(tracks);
  await outgoing.set(tracks);
  assert.deepEqual(participant.told, ['publish microphone m', 'publish camera c']);
});

test('a muted microphone is published muted, and unmuted when it speaks', async () => {
  const { participant, outgoing } = outgoingOf();
  await outgoing.set({ ...nothing, mic: mic('m', false) });
  assert.equal(outgoing.isMutedByUs, true);
  await outgoing.set({ ...nothing, mic: mic('m', true) });
  assert.equal(outgoing.isMutedByUs, false);
  assert.equal(participant.told.filter((each) => /^(un)?mute$/.test(each)).join(), 'mute,unmute');
});

test('another device replaces the track without publishing anew', async () => {
  const { participant, outgoing } = outgoingOf();
  await outgoing.set({ ...nothing, cam: { id: 'c1' } });
  await outgoing.set({ ...nothing, cam: { id: 'c2' } });
  assert.deepEqual(participant.told, ['publish camera c1', 'replace by c2']);
});

test('what stops is withdrawn, and its capture is left alone', async () => {
  const { participant, outgoing } = outgoingOf();
  await outgoing.set({ ...nothing, screen: { id: 's' } });
  await outgoing.set(nothing);
  assert.deepEqual(participant.told, ['publish screen_share s', 'unpublish screen_share false']);
});

test('a change of mind on the way is the one that counts', async () => {
  const { participant, outgoing } = outgoingOf();
  outgoing.set({ ...nothing, cam: { id: 'c1' } });
  outgoing.set({ ...nothing, cam: { id: 'c2' } });
  await outgoing.set(nothing);
  assert.deepEqual(participant.told, []);
});

test('one track that fails is reported, the next change tries it again', async () => {
  const { participant, failures, outgoing } = outgoingOf();
  const tracks = { ...nothing, cam: { id: 'c' } };
  participant.broken = true;
  await outgoing.set(tracks);
  participant.broken = false;
  await outgoing.set(tracks);
  assert.deepEqual([failures, participant.told], [['refused'], ['publish camera c']]);
});
