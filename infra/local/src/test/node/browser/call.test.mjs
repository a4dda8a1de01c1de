import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askToJoin, connections, eventually, joinCall, launch, openPanel, reads, sees, shoot, startCall } from './harness.mjs';

let browser;
let minji;
let daniel;

before(async () => {
  browser = await launch();
  minji = await browser.person('Minji Kim');
  const path = await startCall(minji, { title: 'Weekly catch-up', seats: 2 });
  daniel = await browser.person('Daniel', { path });
  await joinCall(daniel);
});

after(() => browser.close());

const control = ({ page }, name) => page.getByRole('toolbar').getByRole('button', { name });

test('two browsers see and hear each other', async () => {
  const frames = { minji: await sees(minji), daniel: await sees(daniel) };
  console.log('framesDecoded', frames);
  for (const who of [minji, daniel]) assert.equal((await connections(who)).length, 1);
  await shoot(minji, 'call-light');
});

test('messages go both ways', async () => {
  for (const [from, to, text] of [[minji, daniel, 'Hello <b>Daniel</b>'], [daniel, minji, '안녕하세요']]) {
    await openPanel(from, 'Chat');
    await openPanel(to, 'Chat');
    await from.page.getByLabel('Message', { exact: true }).fill(text);
    await from.page.keyboard.press('Enter');
    await to.page.getByRole('log').getByText(text, { exact: true }).waitFor();
    await from.page.getByRole('log').getByText(text, { exact: true }).waitFor();
  }
});

test('a camera that is switched off shows initials at the other side, and comes back', async () => {
  await control(daniel, 'Turn camera off').click();
  await minji.page.locator('.tile .avatar', { hasText: 'D' }).waitFor();
  await control(daniel, 'Turn camera on').click();
  await minji.page.locator('.tile .avatar').waitFor({ state: 'detached' });
  await sees(minji);
});

test('a muted microphone is marked at the other side', async () => {
  await control(minji, 'Mute microphone').click();
  await daniel.page.getByRole('img', { name: 'Microphone is off' }).first().waitFor();
  await control(minji, 'Unmute microphone').click();
  await daniel.page.getByRole('img', { name: 'Microphone is off' }).first().waitFor({ state: 'hidden' });
});

test('each may share the screen, but not both at once', async () => {
  for (const [from, to] of [[minji, daniel], [daniel, minji]]) {
    await control(from, 'Share screen').click();
    await control(from, 'Stop sharing').waitFor();
    await reads(to, `${from.name} is sharing a screen`);
    const decoded = async () => (await connections(to))[0].videos.filter((frames) => frames > 3).length === 2;
    await eventually(`${to.name} decodes the screen`, decoded);
    await shoot(to, `screen-of-${from.name.split(' ')[0].toLowerCase()}`);
    await control(to, 'Share screen').click();
    await reads(to, 'Somebody is already sharing.');
    await control(from, 'Stop sharing').click();
    await to.page.getByText('is sharing a screen').waitFor({ state: 'hidden' });
  }
});

test('what one draws on the whiteboard, the other sees', async () => {
  await control(minji, 'Open whiteboard').click();
  const paper = minji.page.getByRole('img', { name: 'Whiteboard, drawn' });
  const { x, y, width, height } = await paper.boundingBox();
  await minji.page.mouse.move(x + width / 4, y + height / 4);
  await minji.page.mouse.down();
  await minji.page.mouse.move(x + width / 2, y + height / 2, { steps: 12 });
  await minji.page.mouse.up();
  const ink = () => daniel.page.locator('.board canvas').evaluate((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value, i) => i % 4 === 0 && value < 128);
  });
  await eventually('ink at the other side', ink);
  await control(minji, 'Close whiteboard').click();
  await paper.waitFor({ state: 'hidden' });
});

test('a third person is told that the room is full, and what to do', async () => {
  const third = await browser.person('Third', { path: new URL(minji.page.url()).hash });
  await askToJoin(third);
  await reads(third, 'This room is full. Wait until someone leaves, or ask the host for one more seat.');
  await third.context.close();
});

test('when the host leaves, the other becomes host and may raise the capacity', async () => {
  await control(minji, 'Leave').click();
  await minji.page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click();
  await reads(minji, 'You left the room.');
  await reads(daniel, 'You are the host now.');
  await openPanel(daniel, 'People');
  await daniel.page.getByRole('button', { name: 'Edit room' }).click();
  await daniel.page.getByRole('dialog').getByLabel('Seats').fill('3');
  await daniel.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await reads(daniel, 'The room is changed.');
});

test('no page complained', () => {
  assert.deepEqual([...minji.problems, ...daniel.problems], []);
});
