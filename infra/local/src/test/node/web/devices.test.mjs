import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LocalMedia } from '../../../../../../web/sdk/media/local-media.js';
import { options } from '../../../../../../web/js/widgets/devices-dialog.js';

/** Devices that hand out tracks and write down what was asked of them. */
function devicesOf({ broken } = {}) {
  const asked = [];
  const track = (kind, wanted) => ({
    kind, id: `${kind}${asked.length}`, enabled: true, stopped: false, from: wanted.deviceId?.exact,
    stop() { this.stopped = true; },
  });
  const getUserMedia = async (constraints) => {
    asked.push(constraints);
    if ([constraints.audio, constraints.video].some((wanted) => wanted && wanted.deviceId?.exact === broken && broken)) throw new Error('in use');
    const tracks = [constraints.audio && track('audio', constraints.audio), constraints.video && track('video', constraints.video)].filter(Boolean);
    return { getTracks: () => tracks };
  };
  return { asked, media: new LocalMedia(() => ({ getUserMedia })) };
}

test('another camera replaces the one in use, which is released', async () => {
  const { media } = devicesOf();
  await media.open();
  const before = media.tracks.cam;
  assert.equal(await media.choose('cam', 'c2'), null);
  assert.deepEqual([before.stopped, media.tracks.cam.from, media.tracks.cam.stopped], [true, 'c2', false]);
});

test('another microphone stays muted when the last one was', async () => {
  const { media } = devicesOf();
  await media.open();
  await media.setMic(false);
  await media.choose('mic', 'm2');
  assert.equal(media.tracks.mic.from, 'm2');
  assert.equal(media.micOn, false);
});

test('a device that cannot be opened changes nothing', async () => {
  const { media } = devicesOf({ broken: 'c2' });
  await media.open();
  const before = media.tracks.cam;
  assert.equal((await media.choose('cam', 'c2')).message, 'in use');
  assert.deepEqual([media.tracks.cam, before.stopped, media.chosen.cam], [before, false, undefined]);
});

test('a camera that is off is not opened by choosing it, but is the one that opens next', async () => {
  const { media, asked } = devicesOf();
  await media.choose('cam', 'c2');
  assert.equal(asked.length, 0);
  await media.setCam(true);
  assert.equal(media.tracks.cam.from, 'c2');
});

test('devices are listed by kind, without those that have no id yet', () => {
  const listed = [
    { kind: 'videoinput', deviceId: 'c1', label: 'Front' },
    { kind: 'videoinput', deviceId: 'c2', label: '' },
    { kind: 'audioinput', deviceId: '', label: '' },
  ];
  assert.deepEqual(options(listed, 'cam'), [{ value: 'c1', text: 'Front' }, { value: 'c2', text: '2' }]);
  assert.deepEqual(options(listed, 'mic'), []);
});
