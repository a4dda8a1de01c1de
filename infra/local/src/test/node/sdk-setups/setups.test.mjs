import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { base, launch, license } from '../browser/harness.mjs';
import { cuttable } from './cuttable.mjs';

const SETUPS = Number(process.env.MOIM_SDK_SETUPS);
const AT_ONCE = 3;
const WITHIN_MS = 40_000;
/** Cuts come while the guest enters, while the two negotiate, and after. */
const LATEST_CUT_MS = 1_500;

let browser;
let way;
let host;
let guest;

before(async () => {
  browser = await launch();
  way = await cuttable(base);
  host = await page();
  guest = await page();
});

after(async () => {
  await browser.close();
  way.close();
});

/** Any page of the runtime will do: the sides are put into it. */
async function page() {
  const opened = await (await browser.context()).newPage();
  await opened.goto(`${base}/_local/health`);
  await opened.addScriptTag({ type: 'module', content: readFileSync(new URL('sides.js', import.meta.url), 'utf8') });
  await opened.waitForFunction(() => window.sides);
  return opened;
}

const enter = (where, ...args) => where.evaluate((all) => window.sides.enter(...all), args);
const outcome = (where, name) => where.evaluate((all) => window.sides.outcome(...all), [name, WITHIN_MS]);
const leave = (where, name) => where.evaluate((one) => window.sides.leave(one), name);
const chats = (userId) => [1, 2, 3].map((number) => `${userId} says ${number}`);

/** One call of two, one of whose sockets is cut at some time; answers what each side saw and heard. */
async function setUp(number) {
  const name = `call ${number}`;
  const [one, two] = ['host', 'guest'].map((who) => `${who}-${process.pid}-${number}`);
  const { cpCode, authKey } = license;
  const terms = (userId, other) => ({ userId, license: { cpCode, authKey }, url: `${way.url}/calls?side=${userId}`, says: chats(userId), expects: chats(other) });
  const cut = number % 2 === 0 ? one : two;
  const cutAfterMs = Math.round(Math.random() * LATEST_CUT_MS);
  const roomId = await enter(host, name, terms(one, two), null);
  const entering = enter(guest, name, terms(two, one), roomId);
  await guest.waitForFunction((each) => window.sides.isEntering(each), name);
  setTimeout(() => way.cut(cut), cutAfterMs);
  await entering;
  const sides = await Promise.all([outcome(host, name), outcome(guest, name)]);
  await Promise.all([leave(host, name), leave(guest, name)]);
  return { cut: `${cut} after ${cutAfterMs} ms`, sides };
}

const isFine = ({ sides }) => sides.every(({ frames, missing, problems }) => frames > 0 && missing.length === 0 && problems.length === 0);

test(`the SDK: one socket is cut in each of ${SETUPS} calls, and all end with both pictures and all that was said`, async () => {
  const done = [];
  const worker = async (first) => {
    for (let number = first; number < SETUPS; number += AT_ONCE) done.push(await setUp(number).catch((error) => ({ cut: String(error), sides: [{ frames: 0 }] })));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, first) => worker(first)));
  const took = done.flatMap(({ sides }) => sides.map(({ ms }) => ms)).sort((a, b) => a - b);
  const twice = done.flatMap(({ sides }) => sides).filter(({ heard }) => new Set(heard).size < heard?.length).length;
  console.log(`the SDK: ${done.filter(isFine).length} of ${SETUPS}; ${took[took.length >> 1]} ms at the median, ${took.at(-1)} ms at most; ${twice} sides heard something twice`);
  assert.deepEqual(done.filter((each) => !isFine(each)).map((each) => JSON.stringify(each, null, 1)), []);
});
