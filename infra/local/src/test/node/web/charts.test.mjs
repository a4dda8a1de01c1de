import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ticks, timeTicks } from '../../../../../../web/js/charts/scales.js';
import { StepSeries, roomsOver } from '../../../../../../web/js/sessions/step-series.js';
import { clock, day, number, span } from '../../../../../../web/js/shared/format.js';
import { setLanguage } from '../../../../../../web/js/shared/i18n.js';

globalThis.document = { documentElement: {}, querySelectorAll: () => [] };

const MINUTE = 60_000;

test('values have round steps from nothing up, and never half a person', () => {
  assert.deepEqual([0, 1, 3, 7, 10, 95, 1_200].map((max) => ticks(max)),
    [[0, 1], [0, 1], [0, 1, 2, 3], [0, 2, 4, 6, 8], [0, 5, 10], [0, 50, 100], [0, 500, 1_000, 1_500]]);
});

test('times are round on the clock, and not too many', () => {
  const from = new Date(2100, 0, 1, 9, 58).getTime();
  assert.deepEqual(timeTicks(from, from + 60 * MINUTE, 4).map((at) => clock(new Date(at))), ['10:00', '10:15', '10:30', '10:45']);
  assert.ok(timeTicks(from, from + 24 * 60 * MINUTE, 6).length <= 6);
});

test('a series keeps changes only, and knows what was so before', () => {
  const series = new StepSeries();
  for (const [at, value] of [[10, 1], [20, 1], [30, 2], [40, 2], [50, 0]]) series.add(at, value);
  assert.deepEqual(series.between(0, 100), [{ at: 10, value: 1 }, { at: 30, value: 2 }, { at: 50, value: 0 }]);
  assert.deepEqual(series.between(35, 45), [{ at: 35, value: 2 }]);
  for (let i = 0; i < 5_000; i++) series.add(100 + i, i % 2);
  assert.equal(series.between(0, Infinity).length, 2_000);
});

test('rooms over time are counted from when each was open', () => {
  const at = (minute) => new Date(minute * MINUTE).toISOString();
  const usage = [
    { roomName: 'before', createdAt: at(-30), sessionTimeSecond: 10 * 60 },
    { roomName: 'short', createdAt: at(5), sessionTimeSecond: 10 * 60 },
    { roomName: 'open', createdAt: at(20), sessionTimeSecond: 40 * 60 - 1 },
  ];
  const minutes = roomsOver(usage, 0, 60 * MINUTE).between(-1, Infinity).map(({ at: when, value }) => [when / MINUTE, value]);
  assert.deepEqual(minutes, [[0, 1], [5, 2], [10, 1], [15, 0], [20, 1]]);
});

test('lengths of time are told in the two units that matter, in both languages', () => {
  const lengths = [0, 59, 61, 600, 3_600, 90_000, -5];
  assert.deepEqual(lengths.map(span), ['0 s', '59 s', '1 min 1 s', '10 min', '1 h 0 min', '1 d 1 h', '0 s']);
  setLanguage('ko');
  assert.deepEqual(lengths.map(span), ['0초', '59초', '1분 1초', '10분', '1시간 0분', '1일 1시간', '0초']);
  assert.equal(day('2026-11-21'), '11월 21일');
  setLanguage('en');
  assert.deepEqual([day('2026-11-21'), number(1_234.5)], ['Nov 21', '1,234.5']);
});
