import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually, faults, launch, reads, shoot } from '../browser/harness.mjs';
import { inDays, settle } from './people.mjs';

const NARROW = { width: 390, height: 844 };
/** The smallest red PNG. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC', 'base64');

let browser;
let minji;
let hana;

before(async () => {
  browser = await launch();
  minji = await browser.person('Minji', { path: '/accounts.html' });
  hana = await browser.person('Hana', { path: '/accounts.html' });
  await settle(minji);
  await settle(hana);
});

after(() => browser.close());

const press = (who, name) => who.page.getByRole('button', { name, exact: true }).click();
const follow = (who, name) => who.page.getByRole('link', { name, exact: true }).click();
const fill = (who, label, value) => who.page.getByLabel(label, { exact: true }).fill(value);
const titles = ({ page }) => page.locator('.meeting-card h3').allTextContents();
const shows = (who, wanted) => eventually(`${who.name} sees ${wanted}`, async () => (await titles(who)).join() === wanted.join());

async function visit(who) {
  await who.page.goto(new URL('/meetings.html', who.page.url()).href);
  await who.page.getByRole('heading', { name: 'Meetups' }).waitFor();
}

async function make(title, days, latitude) {
  await follow(minji, 'New meetup');
  await fill(minji, 'Title', title);
  await fill(minji, 'When', inDays(days));
  await fill(minji, 'Address', '서울 중구 세종대로 110');
  await fill(minji, 'Latitude', latitude);
  await minji.page.getByLabel('Korean').check();
}

test('whoever is logged in on the page of accounts makes a meetup with a picture', async () => {
  await visit(minji);
  await make('해물파전 번개', 3, '');
  await press(minji, 'Make the meetup');
  await reads(minji, 'This is needed too.');
  await minji.page.locator('svg.map-drawing').click({ position: { x: 40, y: 40 } });
  assert.ok(Number(await minji.page.getByLabel('Latitude').inputValue()) > 37.5663, 'the map says where');
  await fill(minji, 'Latitude', '37.5700');
  await fill(minji, 'When', inDays(-1));
  await press(minji, 'Make the meetup');
  await reads(minji, 'Choose a time to come, within a year.');
  await fill(minji, 'When', inDays(3));
  await minji.page.getByLabel('Picture').setInputFiles({ name: 'food.png', mimeType: 'image/png', buffer: PICTURE });
  await press(minji, 'Make the meetup');
  await minji.page.getByRole('heading', { name: '해물파전 번개' }).waitFor();
  await reads(minji, '1 of 4 people');
  await reads(minji, 'Nobody has applied yet.');
  await eventually('the picture is there', () => minji.page.locator('img.meeting-large').evaluate((image) => image.naturalWidth > 0));
});

test('lists are by date or by distance, and searches answer while one types', async () => {
  await follow(minji, 'Back to the list');
  await make('김치찌개 모임', 2, '37.6700');
  await press(minji, 'Make the meetup');
  await minji.page.getByRole('heading', { name: '김치찌개 모임' }).waitFor();
  await visit(hana);
  await shows(hana, ['김치찌개 모임', '해물파전 번개']);
  await hana.page.getByText('Nearest first').click();
  await shows(hana, ['해물파전 번개', '김치찌개 모임']);
  assert.equal(await hana.page.locator('.map-dot').count(), 2);
  await hana.page.locator('svg.map-drawing a[aria-label^="김치찌개 모임"]').waitFor();
  await shoot(hana, 'meetings-near');
  await hana.page.getByLabel('Search', { exact: true }).pressSequentially('파전');
  await shows(hana, ['해물파전 번개']);
  await hana.page.getByLabel('Dessert').check();
  await shows(hana, []);
  await reads(hana, 'No meetup like this is looking for people.');
  await hana.page.getByLabel('Dessert').uncheck();
  await shows(hana, ['해물파전 번개']);
});

test('somebody applies by the map, and the author lets them in', async () => {
  await hana.page.locator('svg.map-drawing a').click();
  await hana.page.getByRole('heading', { name: '해물파전 번개' }).waitFor();
  await press(hana, 'Apply');
  await reads(hana, 'You have applied');
  await visit(minji);
  await follow(minji, '해물파전 번개');
  await minji.page.getByText('Hana', { exact: true }).waitFor();
  await press(minji, 'Approve');
  await reads(minji, 'Takes part');
  await reads(minji, '2 of 4 people');
  await shoot(minji, 'meetings-light');
  await hana.page.reload();
  await reads(hana, 'You take part');
  await follow(hana, 'Call the others');
  await hana.page.getByRole('button', { name: 'Start the call' }).waitFor();
});

test('who leaves may apply again, and who is turned down is told', async () => {
  await hana.page.goBack();
  await press(hana, 'Leave the meetup');
  await press(hana, 'Apply');
  await reads(hana, 'You have applied');
  await minji.page.reload();
  await press(minji, 'Turn down');
  await reads(minji, 'Turned down');
  await hana.page.reload();
  await reads(hana, 'You were turned down');
  await visit(hana);
  await follow(hana, 'My meetups');
  await reads(hana, 'You have made no meetup yet.');
  await reads(hana, 'Turned down');
});

test('a stranger with a small screen looks around, and is asked to log in', async () => {
  const stranger = await browser.person('Stranger', { path: '/meetings.html', viewport: NARROW });
  await shows(stranger, ['김치찌개 모임', '해물파전 번개']);
  await stranger.page.getByText('Nearest first').click();
  await stranger.page.locator('.map-dot').first().waitFor();
  assert.deepEqual(await stranger.page.evaluate(faults), []);
  await shoot(stranger, 'meetings-narrow');
  await follow(stranger, '김치찌개 모임');
  await stranger.page.getByRole('link', { name: 'Log in to take part' }).waitFor();
  assert.deepEqual(stranger.problems, []);
});

test('what its author calls off is seen no more', async () => {
  await press(minji, 'Call it off');
  await minji.page.getByRole('dialog').getByRole('button', { name: 'Call it off' }).click();
  await reads(minji, 'The meetup is called off.');
  await shows(minji, ['김치찌개 모임']);
  assert.deepEqual([...minji.problems, ...hana.problems], []);
});
