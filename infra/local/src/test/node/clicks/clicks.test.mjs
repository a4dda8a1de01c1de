import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { closeAll as closeCalls } from '../socketio/clients.mjs';
import { closeAll as closeStudies, counts, eventually, pause } from '../studies/people.mjs';
import { pairs } from './pairs.mjs';

/** Double clicks on each control, over each kind of socket. */
const CLICKS = Number(process.env.MOIM_CLICKS);
const PAIRS = 5;
/** A second click is in a later millisecond of the gateway, and soon. */
const GAP_MS = { least: 3, most: 60 };

after(() => {
  closeCalls();
  closeStudies();
});

const heads = () => Math.random() < 0.5;

/** Two clicks on one control, the second before the first is answered; answers where the second leaves it. */
async function doubleClick(pair, who, control) {
  const first = heads();
  const answers = [pair.click(who, control, first)];
  await pair.arrived(who);
  await pause(GAP_MS.least + Math.random() * (GAP_MS.most - GAP_MS.least));
  answers.push(pair.click(who, control, !first));
  await Promise.all(answers);
  return !first;
}

/** Everybody clicks on everything at once; answers what they meant, by name and control. */
async function clickAll(pair) {
  const meant = Object.fromEntries(pair.names.map((name) => [name, {}]));
  await Promise.all(pair.names.flatMap((who) => {
    const controls = pair.sharers.includes(who) ? ['mute', 'video', 'share'] : ['mute', 'video'];
    return controls.map(async (control) => (meant[who][control] = await doubleClick(pair, who, control)));
  }));
  return meant;
}

/** No frame waits and no function runs any more: whatever was to be told is told. */
const quiet = () => eventually(async () => (await counts()).running === 0, 'quiet');

const isMeant = (state, meant) => isDeepStrictEqual({ share: false, ...state }, { share: false, ...meant });

/** What is not as it was meant: at the server as either member sees it, or at the other side in the end. */
async function mistakes(pair, meant) {
  const kept = await pair.kept();
  const hears = () => pair.names.every((name) => isMeant(pair.heard(name), meant[name]));
  // A message that no socket takes at once is posted again two seconds later.
  await eventually(hears, 'the second click').catch(() => {});
  return pair.names.flatMap((name) => [['heard', pair.heard(name)], ...kept.map((state) => ['kept', state[name]])]
    .filter(([, state]) => !isMeant(state, meant[name]))
    .map(([where, state]) => ({ where, state, meant: meant[name] })));
}

for (const [way, make] of Object.entries(pairs)) {
  test(`${way}: of two clicks on mute, video or share the second stands, ${CLICKS} times`, async () => {
    const all = await Promise.all(Array.from({ length: PAIRS }, make));
    const found = [];
    for (let done = 0; done < CLICKS; done += PAIRS) {
      const meant = await Promise.all(all.map(clickAll));
      await quiet();
      found.push(...(await Promise.all(all.map((pair, at) => mistakes(pair, meant[at])))).flat());
    }
    assert.deepEqual(found, []);
  });
}
