import { claims } from '../../../../../../web/sdk/core/jwt.js';
import { Person } from '../chat/people.mjs';
import { eventually } from '../browser/harness.mjs';
import { settle } from '../meetings-page/people.mjs';

/** Somebody who is logged in on the page of accounts; `api` is the same person without a browser. */
export async function member(browser, name) {
  const who = await browser.person(name, { path: '/accounts.html' });
  await settle(who);
  const token = await who.page.evaluate(() => JSON.parse(sessionStorage.getItem('moim.account')));
  return { ...who, api: Object.assign(new Person(Number(claims(token).sub)), { token }) };
}

export const go = ({ page }, path) => page.goto(new URL(path, page.url()).href);
export const press = ({ page }, name) => page.getByRole('button', { name, exact: true }).click();
export const follow = ({ page }, name) => page.getByRole('link', { name, exact: true }).click();

export async function say({ page }, text) {
  await page.getByLabel('Message', { exact: true }).fill(text);
  await page.keyboard.press('Enter');
}

/** Everything that a page shows as said, in order; of what is still being sent, nothing. */
export const said = ({ page }) => page.locator('.messages > .message .message-text').allTextContents();

/** What stands below the line of what was missed. */
export const missed = ({ page }) => page.locator('.missed ~ .message .message-text').allTextContents();

export const hears = (who, ...texts) =>
  eventually(`${who.name} hears ${texts}`, async () => {
    const heard = await said(who);
    return texts.every((text) => heard.includes(text));
  });

/** Says a lot at once, by as many sockets as that takes: each may say thirty things in a burst. */
export async function chatter({ api }, room, texts) {
  for (let from = 0; from < texts.length; from += 25) {
    const client = await api.client();
    texts.slice(from, from + 25).forEach((text) => client.say(room, text));
  }
}
