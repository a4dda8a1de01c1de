import assert from 'node:assert/strict';
import test from 'node:test';
import {Webhook} from 'standardwebhooks';

const {secrets, messages} = JSON.parse(process.env.MOIM_RECEIVED);

test('what arrives is genuine by each secret that signs', () => {
  assert.ok(messages.length >= 4);
  for (const {body, headers} of messages) {
    for (const secret of secrets.slice(0, headers['webhook-signature'].split(' ').length)) {
      assert.deepEqual(new Webhook(secret).verify(body, headers), JSON.parse(body));
    }
  }
});

test('a letter more, another id, an older time or another secret is not', () => {
  const {body, headers} = messages[0];
  const webhook = new Webhook(secrets[0]);
  const later = String(Number(headers['webhook-timestamp']) - 600);
  assert.throws(() => webhook.verify(`${body} `, headers));
  assert.throws(() => webhook.verify(body, {...headers, 'webhook-id': 'msg_other'}));
  assert.throws(() => webhook.verify(body, {...headers, 'webhook-timestamp': later}));
  assert.throws(() => new Webhook(`whsec_${btoa('x'.repeat(32))}`).verify(body, headers));
});
