import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { io as io4 } from 'socket.io-client';
import io2 from 'socket.io-client-2';
import io3 from 'socket.io-client-3';
import { cookies, header, libraries } from '../session/cookies.mjs';
import { base, closeAll, connected, Person, socket, socket2, socket4, watch } from './people.mjs';

after(closeAll);

const secret = process.env.MOIM_NEXTAUTH_SECRET;
const user = { sub: 'user-456', name: '김철수', picture: 'https://example.com/456.png' };

const ticketFor = (headers) => fetch(`${base}/api/my-studies/socket-ticket`, { method: 'POST', headers });

for (const [version, make] of [[4, socket4], [2, socket2]]) {
  test(`socket.io-client ${version} finds the study socket without being told its path`, async () => {
    const minji = await Person.named('minji');
    const query = { token: minji.token };
    await minji.socket({ make, path: undefined, addTrailingSlash: true, query });
  });
}

const clients = { 4: io4, 3: io3, 2: io2 };

for (const [version, io] of Object.entries(clients)) {
  test(`socket.io-client ${version} that takes the WebSocket first never polls`, async () => {
    const query = { token: (await Person.named('minji')).token };
    await connected(watch(io(base, { forceNew: true, transports: ['websocket', 'polling'], query })));
  });
}

/** The message that a socket's `connect_error` has. */
async function refused(options, make = socket4) {
  try {
    await connected(watch(make({ ...options, reconnection: false })));
  } catch (error) {
    return error.message;
  }
  return 'connected';
}

for (const [library, { names }] of Object.entries(libraries)) {
  for (const name of names) {
    const jar = (token, options) => cookies(library, name, token, { secret, ...options });

    test(`${library}: a session in ${name} opens the API and the socket`, async () => {
      for (const token of [user, { ...user, roles: 'r'.repeat(4000) }]) {
        const cookie = header(await jar(token));
        const answer = await ticketFor({ cookie });
        assert.equal(answer.status, 200);
        const { ticket, expiresIn } = await answer.json();
        assert.equal(expiresIn, 60);
        const claims = JSON.parse(Buffer.from(ticket.split('.')[1], 'base64url'));
        assert.deepEqual([claims.sub, claims.name, claims.picture], [user.sub, user.name, user.picture]);
        await socket({ extraHeaders: { cookie } });
        await socket({ auth: { ticket } });
        await socket({ auth: { ticket, userId: user.sub } });
        await socket({ query: { ticket } });
      }
    });

    test(`${library}: what is not a good session in ${name} is refused`, async () => {
      const good = (await jar(user))[name];
      const bad = {
        'another secret': header(await jar(user, { secret: 'another' })),
        expired: header(await jar(user, { maxAge: -60 })),
        truncated: `${name}=${good.slice(0, -6)}`,
        'another salt': header(await jar(user, { salt: 'another' })),
      };
      for (const [what, cookie] of Object.entries(bad)) {
        assert.equal((await ticketFor({ cookie })).status, 401, what);
        assert.equal(await refused({ extraHeaders: { cookie } }), 'Authentication failed', what);
      }
    });
  }
}

test('connect_error says why', async () => {
  const person = await Person.named('ann');
  assert.equal(await refused({}), 'Authentication required');
  assert.equal(await refused({ auth: { userId: person.id } }), 'Authentication required');
  assert.equal(await refused({ auth: { token: 'forged' } }), 'Authentication failed');
  assert.equal(await refused({ auth: { token: person.token, userId: 'somebody else' } }), 'Authentication failed');
  const nobody = header(await cookies('next-auth 4', 'next-auth.session-token', { name: 'nobody' }, { secret }));
  assert.equal(await refused({ extraHeaders: { cookie: nobody } }), 'User not found');
  const token = { ...user, status: 'SUSPENDED' };
  const suspended = header(await cookies('next-auth 4', 'next-auth.session-token', token, { secret }));
  assert.equal(await refused({ extraHeaders: { cookie: suspended } }), 'User status is SUSPENDED');
  assert.equal((await ticketFor({ cookie: suspended })).status, 401);
});

test('a page of another site opens no socket with the cookie of its visitor', async () => {
  const cookie = header(await cookies('next-auth 4', 'next-auth.session-token', user, { secret }));
  const origin = 'https://evil.example';
  assert.equal(await refused({ extraHeaders: { cookie, origin } }), 'Origin not allowed');
  assert.equal(await refused({ extraHeaders: { cookie, origin: base } }), 'connected');
  const person = await Person.named('ann');
  assert.equal(await refused({ extraHeaders: { cookie, origin }, auth: { token: person.token } }), 'connected');
});

test('socket.io-client 2 is connected by ticket or told why not', async () => {
  const person = await Person.named('ann');
  const { ticket } = await person.call('POST', '/socket-ticket');
  const made = await socket({ make: socket2, query: { ticket } });
  assert.ok(made.id);
  assert.equal(await refused({}, socket2), 'Authentication required');
  assert.equal(await refused({ query: { token: 'forged' } }, socket2), 'Authentication failed');
});

test('another namespace is refused', async () => {
  const admin = socket4({ reconnection: false }).io.socket('/admin');
  await assert.rejects(connected(watch(admin)), /Invalid namespace/);
});
