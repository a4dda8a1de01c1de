import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connections, eventually, launch, shoot } from '../browser/harness.mjs';
import { createStudy, enterCall, introduce, leaveCall } from '../study-page/people.mjs';

const NAMES = ['Ann', 'Ben', 'Cho', 'Dan', 'Eve'];

let browser;
let people;

/** Two have cameras, the others only listen: five encoders are too much for a small machine. */
const wish = (who) => ({ mic: who === people[0], cam: people.indexOf(who) < 2 });

before(async () => {
  browser = await launch();
  const ann = await browser.person('Ann', { path: '/studies.html' });
  await introduce(ann);
  const path = await createStudy(ann, 'All hands', ['ben', 'cho', 'dan', 'eve']);
  people = [ann];
  for (const name of NAMES.slice(1)) {
    const who = await browser.person(name, { path });
    await introduce(who);
    people.push(who);
  }
});

after(() => browser.close());

const flowing = async (who) => (await connections(who)).flatMap(({ videos }) => videos).filter((frames) => frames > 5).length;

/** Waits until `who` decodes pictures that keep moving, over so many connections. */
async function watches(who, videos, links) {
  await eventually(`${who.name} decodes ${videos} over ${links} connections`, async () => {
    const open = (await connections(who)).filter(({ state }) => state === 'connected').length;
    return links(open) && (await flowing(who)) === videos;
  }, 40_000);
  const sum = async () => (await connections(who)).flatMap(({ videos: each }) => each).reduce((a, b) => a + b, 0);
  const before = await sum();
  await eventually(`${who.name} goes on decoding`, async () => (await sum()) > before + 5);
}

const direct = (count) => (open) => open === count;
/** LiveKit's client has one or two, whatever the number of people. */
const throughServer = (open) => open <= 2;

test('four people are connected to each other', async () => {
  for (const who of people.slice(0, 4)) await enterCall(who, wish(who));
  await watches(people[0], 1, direct(3));
  await watches(people[3], 2, direct(3));
});

test('the fifth moves everybody to the media server', async () => {
  await enterCall(people[4], wish(people[4]));
  await watches(people[0], 1, throughServer);
  await watches(people[2], 2, throughServer);
  await watches(people[4], 2, throughServer);
  await shoot(people[4], 'study-group');
});

test('when one leaves, the four are connected to each other again', async () => {
  await leaveCall(people[4]);
  await watches(people[0], 1, direct(3));
  await watches(people[3], 2, direct(3));
});

test('no page complained', () => {
  assert.deepEqual(people.flatMap(({ problems }) => problems), []);
});
