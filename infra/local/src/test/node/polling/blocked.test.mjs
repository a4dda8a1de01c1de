import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { base, Person } from '../studies/people.mjs';
import { clients, closeOpened, open, proof, proxy, refusal } from './clients.mjs';

after(closeOpened);

const NEEDED = 'WebSocket needed: this session had none within 20 seconds, and polling alone does not do';

/** What becomes of a client of this version behind a proxy that lets no WebSocket through. */
async function blocked(version) {
  const { token } = await Person.named('ann');
  const { url, seen, close } = await proxy();
  try {
    const socket = open(version, url, proof(version, token));
    let attempts = 0;
    socket.io.on('open', () => attempts++);
    const told = { ...await refusal(socket), requests: seen.length, attempts };
    await new Promise((resolve) => socket.io.once('open', resolve));
    return told;
  } finally {
    close();
  }
}

// Each waits out its 20 seconds, so all do at once.
for (const [version, outcome] of Object.keys(clients).map((each) => [each, blocked(each)])) {
  outcome.catch(() => {});
  test(`socket.io-client ${version} hears of it where no WebSocket gets through, and tries again`, async () => {
    const { message, error, answer, requests, attempts } = await outcome;
    assert.equal(message, 'xhr poll error');
    assert.equal(error.context?.status ?? error.description, 400);
    if (version === '4') assert.deepEqual(JSON.parse(answer), { code: 1, message: NEEDED });
    assert.ok(requests < 25, `${requests} requests in 20 seconds`);
    assert.equal(attempts, 1);
  });
}

test('a page may read what it is told, if its origin is allowed', async () => {
  const answer = await fetch(`${base}/socket.io/?EIO=2&transport=polling`, { headers: { origin: base } });
  assert.equal(answer.status, 400);
  assert.deepEqual(await answer.json(), { code: 5, message: 'Unsupported protocol version' });
});

test('a long body is refused, with the limit', async () => {
  const opened = await (await fetch(`${base}/socket.io/?EIO=4&transport=polling`)).text();
  const { sid, maxPayload } = JSON.parse(opened.slice(1));
  const url = `${base}/socket.io/?EIO=4&transport=polling&sid=${sid}`;
  const answer = await fetch(url, { method: 'POST', body: `40${JSON.stringify({ token: 'x'.repeat(130 * 1024) })}` });
  assert.equal(answer.status, 413);
  assert.match((await answer.json()).message, /16 KB/);
  assert.equal(maxPayload, 16 * 1024);
});

test('there is nothing at these paths without polling or a WebSocket', async () => {
  for (const path of ['/socket.io', '/socket.io/', '/calls', '/study', '/ws']) {
    assert.equal((await fetch(base + path)).status, 404, path);
  }
});
