import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askToJoin, connections, eventually, joinCall, launch, openPanel, reads, shoot, startCall } from '../browser/harness.mjs';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let browser;
let host;
let guest;
let third;
let path;
/** What the guest was given to enter the media server with. */
let pass;
/** How many problems the guest's page had before it was put out. */
let untilRemoved;

before(async () => {
  browser = await launch();
  host = await browser.person('Minji Kim');
  path = await startCall(host, { title: 'All hands', seats: 5, kind: 'Group' });
  guest = await browser.person('Daniel', { path });
  guest.page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => {
    if (payload.includes('"livekit"')) pass = JSON.parse(payload).livekit;
  }));
  await joinCall(guest);
  third = await browser.person('서연', { path, ...PHONE });
  await joinCall(third);
});

after(() => browser.close());

const control = ({ page }, name) => page.getByRole('toolbar').getByRole('button', { name });

/** The frames decoded of each video that arrives, over all connections of the page. */
const decoded = async (who) => (await connections(who)).flatMap(({ videos }) => videos);

/** Waits until `count` videos flow at once: each decodes more frames than a moment ago. */
async function receives(who, count) {
  let last = [];
  return eventually(`${who.name} decodes ${count} videos`, async () => {
    const now = (await decoded(who)).sort((a, b) => a - b);
    const flowing = now.length === last.length && now.filter((frames, i) => frames > last[i]).length;
    last = now;
    return flowing === count ? now : null;
  });
}

const actionsFor = async (name) => {
  await openPanel(host, 'People');
  const button = host.page.getByRole('button', { name: `Actions for ${name}` });
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  return host.page.getByRole('listitem').filter({ has: button });
};

test('three browsers in one group room each decode the two others', async () => {
  for (const who of [host, guest, third]) console.log(who.name, 'framesDecoded', await receives(who, 2));
  await shoot(host, 'group-light');
  await shoot(third, 'group-phone');
});

test('nothing goes from browser to browser', async () => {
  await openPanel(host, 'Frames');
  const ops = await host.page.locator('.frame-op').allTextContents();
  assert.deepEqual(ops.filter((op) => op === 'sdp' || op === 'candidate'), []);
});

test('everybody is told how good each connection is', async () => {
  await host.page.locator('.tile [role="img"][aria-label^="Connection"]').first().waitFor();
});

test('a shared screen reaches both others', async () => {
  await control(guest, 'Share screen').click();
  for (const who of [host, third]) {
    await reads(who, 'Daniel is sharing a screen');
    await receives(who, 3);
  }
  await shoot(host, 'group-screen');
  await shoot(third, 'group-screen-phone');
  await control(guest, 'Stop sharing').click();
  await reads(host, 'Minji Kim');
  await receives(host, 2);
});

test('a camera that is switched off stops its video at the others, and comes back', async () => {
  await control(guest, 'Turn camera off').click();
  await host.page.locator('.tile .avatar', { hasText: 'D' }).waitFor();
  await receives(third, 1);
  await control(guest, 'Turn camera on').click();
  await receives(third, 2);
});

test('the host takes a microphone away, which cannot be switched on until the host gives it back', async () => {
  await (await actionsFor('Daniel')).getByLabel('May speak').uncheck();
  await reads(guest, 'The host muted your microphone.');
  await control(guest, 'Unmute microphone').click();
  await control(guest, 'Unmute microphone').waitFor();
  await receives(host, 2);
  await (await actionsFor('Daniel')).getByLabel('May speak').check();
  await eventually('the microphone stays on', async () => {
    const off = control(guest, 'Unmute microphone');
    // What an earlier press set going may have arrived by now: then there is nothing to press any more.
    if (await off.count()) await off.click({ timeout: 1_000 }).catch(() => {});
    await guest.page.waitForTimeout(500);
    return control(guest, 'Mute microphone').count();
  });
});

test('the devices are offered by name', async () => {
  await control(host, 'Camera, microphone and speaker').click();
  const camera = host.page.getByRole('dialog').getByLabel('Camera', { exact: true });
  await eventually('a camera is listed', () => camera.evaluate((select) => select.selectedIndex >= 0));
  await shoot(host, 'group-devices');
  await camera.selectOption({ index: 0 });
  await host.page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await receives(guest, 2);
});

test('Korean and dark', async () => {
  await third.page.emulateMedia({ colorScheme: 'dark' });
  await third.page.getByLabel('Language').selectOption('ko');
  await shoot(third, 'group-phone-dark-ko');
  await third.page.getByLabel('언어').selectOption('en');
});

test('a kicked guest is out of the media too, and stays out', async () => {
  untilRemoved = guest.problems.length;
  await (await actionsFor('Daniel')).getByRole('button', { name: 'Remove from the room' }).click();
  await reads(guest, 'The host removed you from the room.');
  await receives(host, 1);
  await receives(third, 1);
  assert.deepEqual(await connections(guest), []);
  await askToJoin(guest);
  await reads(guest, 'The host removed you from this room, so you cannot enter it again.');
});

/** Runs in the page: enters the media server with a pass as any program could, and tells what comes of it. */
async function enterWith({ url, token }) {
  const { Room, RoomEvent } = await import('/node_modules/livekit-client/dist/livekit-client.esm.mjs');
  const room = new Room();
  const removed = new Promise((resolve) => room.on(RoomEvent.Disconnected, () => resolve('removed')));
  const stays = new Promise((resolve) => setTimeout(() => resolve('stays'), 15_000));
  try {
    await room.connect(url, token);
  } catch {
    return 'refused';
  }
  return Promise.race([removed, stays]);
}

test('the pass of a kicked guest lets nobody stay any more', async () => {
  assert.match(await guest.page.evaluate(enterWith, pass), /^(refused|removed)$/);
  await receives(host, 1);
});

/** LiveKit's client logs one thing or another when the server ends what it is in the middle of. */
const ofRemoval = (problem) => problem.startsWith('Daniel logged: ');

test('no page complained, but of the removal', () => {
  assert.deepEqual([host, third].flatMap(({ problems }) => problems), []);
  assert.deepEqual(guest.problems.slice(0, untilRemoved), []);
  assert.deepEqual(guest.problems.slice(untilRemoved).filter((problem) => !ofRemoval(problem)), []);
});
