import assert from 'node:assert/strict';
import { base, eventually } from '../browser/harness.mjs';

const PASSWORD = 'a-Secret-of-1';
let count = 0;

const at = (path) => new URL(path, base).href;

async function ok(answer) {
  assert.ok(answer.ok(), `${answer.url()} ${answer.status()} ${await answer.text()}`);
  return answer;
}

/** Gives somebody an account with a profile, and logs them in on the page of accounts. */
export async function settle({ name, page }) {
  const number = String(Date.now() % 10_000_000 + ++count).padStart(8, '0');
  const email = `${name.toLowerCase()}${number}@moim.example`;
  const api = page.request;
  const person = { email, password: PASSWORD, nickname: name, phone: `010-${number.slice(0, 4)}-${number.slice(4)}` };
  await ok(await api.post(at('/api/v1/users/signup'), { data: person }));
  const mail = await eventually('the mail', async () => (await (await api.get(at(`/_local/mail?to=${email}`), { headers: { accept: 'application/json' } })).json()).mails[0]);
  const [code] = mail.text.match(/\b\d{6}\b/);
  await ok(await api.post(at(`/api/v1/users/signup/verify?code=${code}`)));
  const { accessToken } = await (await ok(await api.post(at('/api/v1/users/login'), { data: { email, password: PASSWORD } }))).json();
  const profile = { name: 'request', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ gender: 'FEMALE', birth: '1999-12-31' })) };
  await ok(await api.post(at('/api/v1/profiles'), { headers: { authorization: `Bearer ${accessToken}` }, multipart: { request: profile } }));
  await page.getByLabel('E-mail address', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('heading', { name }).waitFor();
}

/** The value of a field for a time so many days from now. */
export function inDays(days) {
  const time = new Date(Date.now() + days * 86_400_000);
  return `${time.toISOString().slice(0, 10)}T18:30`;
}
