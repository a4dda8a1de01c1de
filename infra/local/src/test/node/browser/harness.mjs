import { accessSync, constants, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** The runtime under test; pictures of the pages go to `shots`. */
export const base = process.env.MOIM_URL;
/** Without one, the console takes the trial license of the runtime. */
export const license = {
  cpCode: process.env.MOIM_CP_CODE, authKey: process.env.MOIM_AUTH_KEY,
  accessKey: process.env.MOIM_ACCESS_KEY, secretKey: process.env.MOIM_SECRET_KEY,
};
const shots = process.env.MOIM_SHOTS ?? 'target/screenshots';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--use-fake-device-for-media-stream=fps=5', '--use-fake-ui-for-media-stream',
  '--auto-select-desktop-capture-source=Entire screen'];
/**
 * What pages may log as errors. Chromium itself logs every failed connection attempt; those are part of the tests.
 * LiveKit's client logs a negotiation that took 15 s on a busy machine, and mends it: it connects anew.
 */
const EXPECTED = /WebSocket connection|Failed to load resource|NegotiationError: negotiation timed out/;
const DESKTOP = { width: 1280, height: 800 };

/** Where Chromium is, or undefined. */
export function findBrowser(path = process.env.PATH) {
  const places = NAMES.flatMap((name) => path.split(delimiter).map((folder) => join(folder, name)));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** One browser for a test file; each person is a context of its own, so nothing is shared but the server. */
export async function launch() {
  const browser = await chromium.launch({ executablePath: findBrowser(), headless: true, args: FLAGS });
  return {
    person: (name, options) => person(browser, name, options),
    context: () => browser.newContext(),
    close: () => browser.close(),
  };
}

/** Opens the console as `name`. Anything the page throws or logs as an error fails the test at `done`. */
async function person(browser, name, { viewport = DESKTOP, locale = 'en-US', path = '/', ...options } = {}) {
  const context = await browser.newContext({ viewport, locale, ...options });
  await context.addInitScript(watchPage);
  if (license.cpCode) await context.addInitScript((value) => sessionStorage.setItem('moim.license', value), JSON.stringify(license));
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const problems = [];
  page.on('pageerror', (error) => problems.push(`${name} threw: ${error.stack}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) problems.push(`${name} logged: ${message.text()}`);
  });
  await page.goto(new URL(path, base).href);
  return { name, page, context, problems };
}

/** Runs in the page before its scripts: keeps what the console opens and tells, for the tests to look at. */
function watchPage() {
  window.watched = { connections: [], sockets: [], told: [] };
  const keep = (node) => node.matches?.('.notice') && window.watched.told.push(node.textContent);
  new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach(keep)))
    .observe(document, { childList: true, subtree: true });
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...args) {
      super(...args);
      window.watched.connections.push(this);
    }
  };
  window.WebSocket = class extends WebSocket {
    constructor(...args) {
      super(...args);
      window.watched.sockets.push(this);
    }
  };
}

export async function startCall({ name, page }, { title = '', seats = 4, kind = 'Direct' } = {}) {
  await page.getByLabel('Your name').fill(name);
  // The radio button itself is hidden behind its label.
  await page.locator('.segments').getByText(kind, { exact: true }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Seats').fill(String(seats));
  await page.getByRole('button', { name: 'Start the call' }).click();
  await page.waitForURL(/#room=/);
  await page.getByRole('toolbar').waitFor();
  return new URL(page.url()).hash;
}

/** Presses Join; the caller says what should come of it. */
export async function askToJoin({ name, page }) {
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Join the call' }).click();
}

export async function joinCall(who) {
  await askToJoin(who);
  await who.page.getByRole('toolbar').waitFor();
}

/** The live connections of a page: state, and the frames it has decoded of each video that arrives. */
export function connections({ page }) {
  return page.evaluate(async () => {
    const live = window.watched.connections.filter((each) => each.signalingState !== 'closed');
    return Promise.all(live.map(async (each) => {
      const stats = [...(await each.getStats()).values()].filter(({ type }) => type === 'inbound-rtp');
      const frames = stats.filter(({ kind }) => kind === 'video').map(({ framesDecoded }) => framesDecoded);
      const packets = stats.filter(({ kind }) => kind === 'audio').map(({ packetsReceived }) => packetsReceived);
      return { state: each.connectionState, frames: Math.max(0, ...frames), videos: frames, packets: Math.max(0, ...packets) };
    }));
  });
}

/** Waits until `probe` answers something true, for at most `ms`; answers it. A machine that does other things takes its time. */
export async function eventually(what, probe, ms = 120_000) {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await probe();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits until `who` sees moving pictures from `count` others; answers the frames decoded from each. */
export async function sees(who, count = 1) {
  const flowing = async () => {
    const all = (await connections(who)).filter(({ state, frames, packets }) => state === 'connected' && frames > 5 && packets > 5);
    return all.length === count ? all.map(({ frames }) => frames) : null;
  };
  return eventually(`${who.name} sees ${count}`, flowing);
}

/** Sound and picture from every other side go on: more frames than a moment ago. */
export async function stillSees(who) {
  const [before] = await connections(who);
  await eventually(`${who.name} decodes more than ${before.frames}`, async () => (await connections(who))[0].frames > before.frames + 5);
}

/**
 * Waits for a message of the page: in the live region, or the lobby's alert. A notice counts from the last
 * that was read on: it goes after a few seconds, in which a busy machine may not get round to looking.
 */
export async function reads({ name, page }, text) {
  const visible = page.getByText(text).first();
  // While a page loads anew there is nobody to ask.
  const told = () => page.evaluate(takeTold, text).catch(() => false);
  try {
    await eventually(`${name} reads "${text}"`, async () => await told() || visible.isVisible());
  } catch (missing) {
    const rest = await page.evaluate(() => window.watched.told).catch(() => []);
    throw new Error(`${missing.message}; the page told: ${JSON.stringify(rest)}`, { cause: missing });
  }
}

/** Runs in the page. */
function takeTold(text) {
  const { told } = window.watched;
  const at = told.findIndex((each) => each.includes(text));
  return at >= 0 && told.splice(0, at + 1).length > 0;
}

export async function shoot({ page }, name) {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

export async function openPanel({ page }, name) {
  const button = page.getByRole('toolbar').getByRole('button', { name: new RegExp(`^${name}`) });
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
}

/** Runs in the page: what no page may have. */
export function faults() {
  const visible = (node) => node.checkVisibility();
  const nameless = [...document.querySelectorAll('button, input, select, summary')]
    .filter((node) => visible(node) && !(node.ariaLabel || node.textContent.trim() || node.labels?.length))
    .map((node) => node.outerHTML);
  const wide = document.documentElement.scrollWidth > innerWidth ? [`page is ${document.documentElement.scrollWidth} wide`] : [];
  const small = [...document.querySelectorAll('button')].filter(visible)
    .filter((node) => Math.min(node.offsetWidth, node.offsetHeight) < 32)
    .map((node) => `small: ${node.ariaLabel ?? node.textContent}`);
  return [...nameless, ...wide, ...small];
}
