import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { base, connections, eventually, launch, license } from '../browser/harness.mjs';

/** A server of somebody else's, with a page that was made for KnowledgeTalk and loads its scripts from here. */
async function serve() {
  const page = (await readFile(new URL('page.html', import.meta.url), 'utf8')).replaceAll('SERVER', base);
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Browsers with that page. */
export async function open() {
  const server = await serve();
  const browser = await launch();
  const url = `http://127.0.0.1:${server.address().port}/`;
  return {
    user: async (name) => new User(await browser.person(name, { path: url })),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** Runs in the page: what is known of a player that shows nothing. */
function state(id) {
  const { paused, readyState, srcObject } = document.getElementById(id) ?? {};
  const tracks = srcObject?.getTracks().map(({ kind, muted, readyState: life }) => `${kind} ${life}${muted ? ' muted' : ''}`);
  return JSON.stringify({ paused, readyState, tracks, heard: heard.map(({ json }) => json.slice(0, 120)) });
}

let names = 0;

/** Somebody with the page open. */
export class User {
  constructor(person) {
    Object.assign(this, person);
    this.id = `${person.name}-${process.pid}-${++names}`;
  }

  /** Calls a method of the page's Knowledgetalk. */
  call(method, ...args) {
    return this.page.evaluate(([name, values]) => knowledgetalk[name](...values), [method, args]);
  }

  async register() {
    await this.page.evaluate('camera()');
    const reply = await this.call('init', license.cpCode, license.authKey, this.id, this.name);
    if (reply.code !== '200') throw new Error(JSON.stringify(reply));
    return this;
  }

  /** Everything it was told, in order. */
  async heard() {
    const notes = await this.page.evaluate('heard');
    return notes.map(({ json, stream }) => ({ ...JSON.parse(json), stream }));
  }

  hears(type, matches = () => true) {
    return eventually(`${this.name} hears ${type}`, async () => (await this.heard()).find((each) => each.type === type && matches(each)));
  }

  /** Waits until a player moves. */
  async sees(id) {
    const frames = () => this.page.evaluate((name) => document.getElementById(name)?.getVideoPlaybackQuality().totalVideoFrames ?? 0, id);
    try {
      const first = await eventually(`${this.name} has a picture in ${id}`, frames);
      return await eventually(`${this.name}'s ${id} moves`, async () => (await frames()) > first + 2);
    } catch (late) {
      throw new Error(`${late.message}: ${await this.page.evaluate(state, id)} ${JSON.stringify(await connections(this))}`);
    }
  }

  seesUser(other) {
    return this.sees(`v-${other.id}`);
  }
}

/** What a page may rely on, whatever happens. */
export async function orderOf(user) {
  const wrong = [];
  const there = new Set();
  for (const { type, user: who, feeds = [], stream } of await user.heard()) {
    if (type === 'join') there.add(who.id);
    if (type === 'join' && who.id === user.id) wrong.push('a join of oneself');
    if (type === 'subscribed' && !stream) wrong.push(`subscribed to ${who} without a stream`);
    if (type === 'subscribed' && !user.met.has(who) && !there.has(who)) wrong.push(`media of ${who} before they came`);
    for (const { id } of feeds) {
      if (id === user.id) wrong.push('a feed of oneself');
      if (!user.met.has(id) && !there.has(id)) wrong.push(`a feed of ${id} before they came`);
    }
  }
  return [...wrong, ...user.problems];
}
