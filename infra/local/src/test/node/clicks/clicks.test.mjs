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

/** What is not as it was meant: at the other side, or at the server as either member sees it. */
async function wrong(pair, meant) {
  const kept = await pair.kept();
  return pair.names.flatMap((name) => {
    const states = { heard: pair.heard(name), ...Object.fromEntries(kept.map((state, at) => [`kept ${at}`, state[name]])) };
    const everywhere = { share: false, ...meant[name] };
    return Object.entries(states).filter(([, state]) => !isDeepStrictEqual({ share: false, ...state }, everywhere))
      .map(([where, state]) => ({ where, state, everywhere }));
  });
}

for (const [way, make] of Object.entries(pairs)) {
  test(`${way}: of two clicks on mute, video or share the second stands, ${CLICKS} times`, async () => {
    const all = await Promise.all(Array.from({ length: PAIRS }, make));
    const mistakes = [];
    for (let done = 0; done < CLICKS; done += PAIRS) {
      const meant = await Promise.all(all.map(clickAll));
      await quiet();
      mistakes.push(...(await Promise.all(all.map((pair, at) => wrong(pair, meant[at])))).flat());
    }
    assert.deepEqual(mistakes, []);
  });
}
