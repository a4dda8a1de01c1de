import { cookies, libraries } from './cookies.mjs';

export const SECRET = 'a secret of the tests, shared with the front end';

const CENTURY = 100 * 365 * 24 * 3600;
const user = { sub: 'user-456', name: '김철수', picture: 'https://example.com/456.png', email: 'kim@example.com' };

/** Every kind of cookie that the Java reader has to accept or refuse, as the real libraries write it. */
export async function vectors() {
  const all = [];
  for (const [library, { names }] of Object.entries(libraries)) {
    for (const name of names) {
      const make = (token, options) => cookies(library, name, token, { secret: SECRET, maxAge: CENTURY, ...options });
      const add = (what, jar, accepted = true) => all.push({ library, name, what, accepted, cookies: jar });
      const plain = await make(user);
      add('a session', plain);
      add('a session that names its user by id', await make({ id: user.sub, name: user.name }));
      const long = await make({ ...user, roles: 'r'.repeat(6000) });
      add('a long session in several cookies', long);
      const [first, ...rest] = Object.entries(long);
      add('a long session whose first cookie is missing', Object.fromEntries(rest), false);
      add('a long session whose last cookie is missing', Object.fromEntries([first, ...rest.slice(0, -1)]), false);
      add('a truncated session', { [name]: plain[name].slice(0, -4) }, false);
      add('a session with a changed letter', { [name]: changed(plain[name]) }, false);
      add('a session made with another secret', await make(user, { secret: 'another secret' }), false);
      add('an expired session', await make(user, { maxAge: -60 }), false);
      add('a session made with another salt', await make(user, { salt: 'another' }), false);
      add('a session of nobody', await make({ name: 'nobody' }), false);
    }
  }
  return all;
}

/** With another letter in the middle of the encrypted part. */
function changed(token) {
  const at = token.lastIndexOf('.') - 8;
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
}
