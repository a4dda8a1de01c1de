import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Speakers } from '../../../../../../web/sdk/media/livekit/speakers.js';
import { cameraSize, slotOf } from '../../../../../../web/sdk/media/livekit/sources.js';

function speakersOf(t) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const news = [];
  const speakers = new Speakers({ onChange: (userId, speaking) => news.push(`${userId} ${speaking}`), holdMs: 900 });
  return { speakers, news };
}

test('a speaker is highlighted at once, and a moment longer than the words', (t) => {
  const { speakers, news } = speakersOf(t);
  speakers.update(['ann']);
  speakers.update([]);
  t.mock.timers.tick(899);
  assert.deepEqual([news, speakers.isSpeaking('ann')], [['ann true'], true]);
  t.mock.timers.tick(1);
  assert.deepEqual([news, speakers.isSpeaking('ann')], [['ann true', 'ann false'], false]);
});

test('a pause between two words changes nothing', (t) => {
  const { speakers, news } = speakersOf(t);
  for (const now of [['ann'], [], ['ann'], []]) {
    speakers.update(now);
    t.mock.timers.tick(500);
  }
  assert.deepEqual(news, ['ann true']);
});

test('two speak at once, and one of them stops', (t) => {
  const { speakers, news } = speakersOf(t);
  speakers.update(['ann', 'bob']);
  speakers.update(['bob']);
  t.mock.timers.tick(2_000);
  assert.deepEqual(news, ['ann true', 'bob true', 'ann false']);
});

test('silence that is reported again and again does not prolong the highlight', (t) => {
  const { speakers, news } = speakersOf(t);
  speakers.update(['ann']);
  for (let i = 0; i < 4; i++) {
    speakers.update([]);
    t.mock.timers.tick(300);
  }
  assert.deepEqual(news, ['ann true', 'ann false']);
});

test('who leaves stops at once', (t) => {
  const { speakers, news } = speakersOf(t);
  speakers.update(['ann', 'bob']);
  speakers.remove('ann');
  speakers.close();
  t.mock.timers.tick(2_000);
  assert.deepEqual(news, ['ann true', 'bob true', 'ann false', 'bob false']);
});

test('the more people, the smaller the pictures that are fetched', () => {
  assert.deepEqual([1, 2, 3, 6, 7, 100].map(cameraSize), ['HIGH', 'HIGH', 'MEDIUM', 'MEDIUM', 'LOW', 'LOW']);
});

test('a source that the console does not show has no place', () => {
  assert.deepEqual(['camera', 'microphone', 'screen_share', 'screen_share_audio'].map(slotOf), ['cam', 'mic', 'screen', undefined]);
});
