import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { after, before, test } from 'node:test';
import { base, eventually, faults, launch, reads, shoot } from '../browser/harness.mjs';

const NARROW = { width: 390, height: 844 };
const EMAIL = `minji${Date.now()}@moim.example`;
const FIRST = 'first-Secret-1';
const SECOND = 'second-Secret-2';
/** The smallest red PNG. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC', 'base64');

/** The same, with so many bytes that its author's program keeps beside the pixels: much to send, little to decode. */
function heavy(bytes) {
  const body = Buffer.concat([Buffer.from('moIm'), randomBytes(bytes)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  const end = PICTURE.length - 12;
  return Buffer.concat([PICTURE.subarray(0, end), length, body, sum, PICTURE.subarray(end)]);
}

let browser;
let minji;

before(async () => {
  browser = await launch();
  minji = await browser.person('Minji', { path: '/accounts.html' });
});

after(() => browser.close());

const press = (name, who = minji) => who.page.getByRole('button', { name, exact: true }).click();
const fill = (label, value, who = minji) => who.page.getByLabel(label, { exact: true }).fill(value);

async function logIn(password, who = minji) {
  await fill('E-mail address', EMAIL, who);
  await fill('Password', password, who);
  await press('Log in', who);
}

test('whoever is nobody yet is told what is wrong with what they entered', async () => {
  await logIn(FIRST);
  await reads(minji, 'There is no account with this address.');
  await press('Create an account');
  await press('Send the code');
  await reads(minji, 'This is needed too.');
  await fill('E-mail address', 'no address');
  await fill('New password', FIRST);
  await fill('Nickname', '민지');
  await fill('Phone number', '010-1234-5678');
  await press('Send the code');
  await reads(minji, 'This is no e-mail address.');
});

test('the code of the mail, which the page shows on this machine, opens the account', async () => {
  await fill('E-mail address', EMAIL);
  await press('Send the code');
  const mail = minji.page.locator('.mail');
  await mail.waitFor();
  const [code] = (await mail.textContent()).match(/\b\d{6}\b/);
  await fill('Code', String((Number(code) + 1) % 1_000_000).padStart(6, '0'));
  await press('Confirm');
  await reads(minji, 'This is not valid, or not any more. Ask for another mail.');
  await fill('Code', code);
  await press('Confirm');
  await reads(minji, 'Your account is ready. Log in.');
});

test('a profile has a picture, and both stay after a reload', async () => {
  await logIn('not the password');
  await reads(minji, 'Address and password do not belong together.');
  await logIn(FIRST);
  await reads(minji, 'You have no profile yet. Meetups ask for one.');
  await minji.page.getByLabel('Gender').selectOption('FEMALE');
  await minji.page.getByLabel('Date of birth').fill('1999-12-31');
  await minji.page.getByLabel('Introduction').fill('안녕하세요');
  await minji.page.getByLabel('Picture').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: PICTURE });
  await press('Save');
  await reads(minji, 'What others see of you.');
  await minji.page.reload();
  await minji.page.getByRole('heading', { name: '민지' }).waitFor();
  assert.equal(await minji.page.getByLabel('Introduction').inputValue(), '안녕하세요');
  await eventually('the picture is there', () => minji.page.locator('img.portrait').evaluate((image) => image.naturalWidth > 0));
  await shoot(minji, 'accounts-light');
});

test('a picture may be larger than a form', async () => {
  const before = await minji.page.locator('img.portrait').getAttribute('src');
  const buffer = heavy(5_000_000);
  await minji.page.getByLabel('Picture').setInputFiles({ name: 'large.png', mimeType: 'image/png', buffer });
  await press('Save');
  await eventually('there is another picture', () => minji.page.locator('img.portrait').evaluate((image, old) => image.src !== old && image.naturalWidth > 0, before));
});

test('a new tab knows the account by its cookie, and so does the page of studies', async () => {
  const page = await minji.page.context().newPage();
  await page.goto(new URL('/studies.html', base).href);
  await page.getByText('You are 민지').waitFor();
  await page.close();
});

test('one may take all that is known about oneself along', async () => {
  const [download] = await Promise.all([minji.page.waitForEvent('download'), press('Download my data')]);
  const chunks = await (await download.createReadStream()).toArray();
  const data = JSON.stringify(JSON.parse(Buffer.concat(chunks).toString()));
  for (const known of [EMAIL, '민지', '1999-12-31']) assert.ok(data.includes(known), known);
});

test('a forgotten password is replaced by the link of a mail, which ends what was logged in', async () => {
  const other = await browser.person('Other', { path: '/accounts.html', viewport: NARROW });
  await press('Password forgotten?', other);
  await fill('E-mail address', EMAIL, other);
  await press('Send the link', other);
  await other.page.locator('main a[href*="token="]').click();
  await fill('New password', SECOND, other);
  await press('Change the password', other);
  await reads(other, 'The password is changed. Log in with it.');
  await logIn(FIRST, other);
  await reads(other, 'Address and password do not belong together.');
  await logIn(SECOND, other);
  await other.page.getByRole('heading', { name: '민지' }).waitFor();
  await shoot(other, 'accounts-narrow');
  assert.deepEqual(await other.page.evaluate(faults), []);
  await other.page.context().close();
});

test('whoever deletes the account is nobody again', async () => {
  await minji.page.reload();
  await logIn(SECOND);
  await press('Delete the account');
  await minji.page.getByRole('dialog').getByRole('button', { name: 'Delete the account' }).click();
  await logIn(SECOND);
  await reads(minji, 'There is no account with this address.');
});

test('whoever agrees at Kakao has an account, and who does not is told so', async () => {
  // Kakao sends browsers back to the name they know this machine by.
  const home = new URL('/accounts.html', base);
  home.hostname = 'localhost';
  const { page } = minji;
  await page.goto(home.href);
  await page.getByRole('link', { name: 'Log in with Kakao' }).click();
  await page.getByRole('heading', { name: 'Log in with Kakao' }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await reads(minji, 'You did not agree at Kakao, so nobody is logged in.');
  await page.getByRole('link', { name: 'Log in with Kakao' }).click();
  await page.getByRole('button', { name: 'Agree and continue' }).click();
  await page.getByRole('heading', { name: 'Minji' }).waitFor();
  assert.equal(new URL(page.url()).search, '');
  await page.reload();
  await page.getByRole('heading', { name: 'Minji' }).waitFor();
  await press('Delete the account');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the account' }).click();
  await page.getByRole('link', { name: 'Log in with Kakao' }).waitFor();
});
