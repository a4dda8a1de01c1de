import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import test from 'node:test';

const { secrets, messages } = JSON.parse(process.env.MOIM_RECEIVED);

/** The lines that README.md tells people to write, and as much of express as they ask for. */
async function lines() {
  const readme = await readFile(process.env.MOIM_README, 'utf8');
  const [, block] = readme.match(/```js\n(import \{Webhook\} from 'standardwebhooks'\n[^`]*)```/);
  assert.ok(block.trim().split('\n').length <= 5);
  return `export default (express, app) => {
  ${block.replace("import {Webhook} from 'standardwebhooks'", '')}
};
import {Webhook} from 'standardwebhooks';
`;
}

const express = { text: ({ type }) => async (request) => {
  assert.equal(type, '*/*');
  request.body = '';
  for await (const part of request.setEncoding('utf8')) request.body += part;
} };

test('what README.md says takes what is genuine, and nothing else', async (t) => {
  const module = new URL('./of-readme.tmp.mjs', import.meta.url);
  await writeFile(module, await lines());
  t.after(() => rm(module));
  process.env.WEBHOOK_SECRET = secrets[0];
  const routes = new Map();
  (await import(module)).default(express, { post: (path, ...handlers) => routes.set(path, handlers) });
  const server = createServer(async (request, response) => {
    response.sendStatus = (status) => response.writeHead(status).end();
    try {
      for (const handle of routes.get(request.url)) await handle(request, response);
    } catch (refused) {
      response.writeHead(500).end(refused.constructor.name);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const post = (body, headers) => fetch(`http://127.0.0.1:${server.address().port}/moim`, { method: 'POST', body, headers });
  assert.ok(messages.length >= 4);
  for (const { body, headers } of messages) {
    const signed = { 'content-type': 'application/json', 'webhook-id': headers['webhook-id'], 'webhook-timestamp': headers['webhook-timestamp'], 'webhook-signature': headers['webhook-signature'] };
    assert.equal((await post(body, signed)).status, 204);
    const forged = await post(`${body} `, signed);
    assert.deepEqual([forged.status, await forged.text()], [500, 'WebhookVerificationError']);
  }
});
