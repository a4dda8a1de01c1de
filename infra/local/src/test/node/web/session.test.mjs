import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Emitter } from '../../../../../../web/sdk/core/emitter.js';
import { Backoff } from '../../../../../../web/sdk/core/backoff.js';
import { Refusal } from '../../../../../../web/sdk/core/errors.js';
import { Session } from '../../../../../../web/sdk/calls/session.js';

/** Signalling whose `register` is answered by the next of `answers`: a reply, or a Refusal. */
class ScriptedSignalling extends Emitter {
  registrations = [];
  constructor(answers) {
    super();
    this.answers = answers;
  }
  async open() {}
  close() {}
  async request(op, fields) {
    this.registrations.push(fields);
    const answer = this.answers.shift();
    if (answer instanceof Refusal) throw answer;
    return answer;
  }
}

const hello = (token, more) => ({ userId: 'u1', resumeToken: token, iceServers: [], ...more });
const identity = { cpCode: 'C', authKey: 'K', name: 'Kim' };

function sessionOf(...answers) {
  const signalling = new ScriptedSignalling(answers);
  const session = new Session({ url: '', signalling, backoff: new Backoff({ first: 1, most: 2 }) });
  return { signalling, session };
}

const next = (emitter, type) => new Promise((resolve) => emitter.on(type, resolve));

test('registers and remembers the user id and the resume token', async () => {
  const remembered = [];
  const signalling = new ScriptedSignalling([hello('t1')]);
  const session = new Session({ url: '', signalling, remember: (who) => remembered.push(who) });
  await session.start(identity);
  assert.equal(session.userId, 'u1');
  assert.deepEqual(remembered, [{ userId: 'u1', name: 'Kim', resumeToken: 't1' }]);
});

test('a lost socket is replaced with the resume token of the last reply', async () => {
  const { session, signalling } = sessionOf(hello('t1'), hello('t2', { recovered: true }));
  await session.start(identity);
  const returned = next(session, 'returned');
  signalling.emit('lost');
  assert.equal(session.state, 'away');
  assert.deepEqual(await returned, { recovered: true });
  assert.equal(signalling.registrations[1].resumeToken, 't1');
  assert.equal(signalling.registrations[1].userId, 'u1');
});

test('it keeps trying while the server cannot be reached', async () => {
  const unreachable = ['lost', 'late', '500'].map((code) => new Refusal('register', code));
  const { session, signalling } = sessionOf(hello('t1'), ...unreachable, hello('t2'));
  await session.start(identity);
  const returned = next(session, 'returned');
  signalling.emit('lost');
  assert.deepEqual(await returned, { recovered: false });
  assert.equal(signalling.registrations.length, 5);
});

test('of a crowd that comes back at once, whoever is asked to wait does', async () => {
  const { session, signalling } = sessionOf(hello('t1'), new Refusal('register', '445', 'too soon', 0.01), hello('t2'));
  await session.start(identity);
  const returned = next(session, 'returned');
  signalling.emit('lost');
  await returned;
  assert.equal(signalling.registrations.length, 3);
  assert.equal(session.state, 'ready');
});

test('a page that was replaced by another tab lets go', async () => {
  const { session, signalling } = sessionOf(hello('t1'), new Refusal('register', '409'));
  await session.start({ ...identity, forced: true });
  const ended = next(session, 'ended');
  signalling.emit('lost');
  assert.equal((await ended).code, '409');
  assert.equal(session.state, 'ended');
  assert.equal(signalling.registrations[0].forced, true);
  assert.equal(signalling.registrations[1].forced, undefined);
});

test('waits grow up to a limit and start over after a success', () => {
  const backoff = new Backoff({ first: 100, most: 400, random: () => 1 });
  assert.deepEqual([backoff.next(), backoff.next(), backoff.next(), backoff.next()], [100, 200, 400, 400]);
  assert.equal(backoff.after(new Refusal('register', '445', '', 7)), 7_400);
  backoff.reset();
  assert.equal(backoff.next(), 100);
});
