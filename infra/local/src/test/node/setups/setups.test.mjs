import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { base, launch, license } from '../browser/harness.mjs';
import { Person, studyOf } from '../studies/people.mjs';

/** Set-ups in all, over the three ways together. */
const SETUPS = Number(process.env.MOIM_SETUPS);
const AT_ONCE = 4;
const WITHIN_MS = 30_000;

const SCRIPTS = ['../node_modules/socket.io-client/dist/socket.io.min.js', 'naive-front-end.js'];

let browser;
let host;
let guest;
let names = 0;

before(async () => {
  browser = await launch();
  host = await naivePage();
  guest = await naivePage();
});

after(() => browser.close());

/** Any page of the runtime will do: the front end is put into it. */
async function naivePage() {
  const page = await (await browser.context()).newPage();
  await page.goto(`${base}/_local/health`);
  for (const script of SCRIPTS) await page.addScriptTag({ path: fileURLToPath(new URL(script, import.meta.url)) });
  return page;
}

const enter = (page, ...args) => page.evaluate((all) => window.naive.enter(...all), args);
const outcome = (page, name) => page.evaluate((all) => window.naive.outcome(...all), [name, WITHIN_MS]);
const leave = (page, name) => page.evaluate((one) => window.naive.leave(one), name);

async function members() {
  const { cpCode, authKey } = license;
  const credentials = { cpCode, authKey, ipAddr: '127.0.0.1' };
  const host = { userId: `host-${process.pid}-${++names}`, credentials };
  return { host, guest: { userId: `guest-${process.pid}-${names}`, credentials } };
}

async function students() {
  const [owner, member] = [await Person.named('host'), await Person.named('guest')];
  const { studyId, roomId } = await studyOf(owner, member);
  const terms = ({ token }) => ({ token, studyId, roomId });
  return { host: terms(owner), guest: terms(member) };
}

/** One call of two, from the first frame to pictures on both sides; answers what each side saw. */
async function setUp(way, people) {
  const name = `call ${++names}`;
  const terms = await people();
  const roomId = await enter(host, name, way, terms.host);
  await enter(guest, name, way, { ...terms.guest, roomId });
  const sides = await Promise.all([outcome(host, name), outcome(guest, name)]);
  await Promise.all([leave(host, name), leave(guest, name)]);
  return sides;
}

const isFine = (sides) => sides.every(({ frames, problems }) => frames > 0 && problems.length === 0);

/** So many of them, a few at a time. */
async function setUps(count, way, people) {
  const done = [];
  const worker = async (first) => {
    for (let i = first; i < count; i += AT_ONCE) done.push(await setUp(way, people));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, first) => worker(first)));
  return done;
}

const WAYS = { 'calls, plain JSON': members, 'calls, Socket.IO': members, 'studies, Socket.IO': students };

for (const [at, [way, people]] of Object.entries(WAYS).entries()) {
  const count = Math.ceil((SETUPS - at) / Object.keys(WAYS).length);
  test(`${way}: pages that keep no candidate back see each other, in ${count} of ${count} calls`, async () => {
    const done = await setUps(count, way, people);
    const took = done.flat().map(({ ms }) => ms).sort((a, b) => a - b);
    console.log(`${way}: ${done.filter(isFine).length} of ${count}; ${took[took.length >> 1]} ms at the median, ${took.at(-1)} ms at most`);
    const failed = done.filter((sides) => !isFine(sides));
    assert.equal(failed.length, 0, JSON.stringify(failed, null, 1));
  });
}
