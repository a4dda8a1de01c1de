import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { dirname, join } from 'node:path';
import * as v5 from '@auth/core/jwt';

const require = createRequire(import.meta.url);
const v4 = require('next-auth/jwt');
// Neither package exports what splits long cookies, so it is loaded by its file.
const { SessionStore: StoreV4 } = require(beside('next-auth/jwt', '../core/lib/cookie.js'));
const { SessionStore: StoreV5 } = await import(pathToFileURL(beside('@auth/core/jwt', 'lib/utils/cookie.js')));

function beside(module, path) {
  return join(dirname(require.resolve(module)), path);
}

/** How each library writes and reads its session cookie; `salt` is Auth.js's, which takes the cookie's name. */
export const libraries = {
  'next-auth 4': {
    names: ['next-auth.session-token', '__Secure-next-auth.session-token'],
    encode: (token, secret, maxAge, salt) => v4.encode({ token, secret, maxAge, ...(salt && { salt }) }),
    decode: (token, secret) => v4.decode({ token, secret }),
    Store: StoreV4,
  },
  'Auth.js 5': {
    names: ['authjs.session-token', '__Secure-authjs.session-token'],
    encode: (token, secret, maxAge, salt, name) => v5.encode({ token, secret, maxAge, salt: salt ?? name }),
    decode: (token, secret, name) => v5.decode({ token, secret, salt: name }),
    Store: StoreV5,
  },
};

const quiet = { debug() {}, warn() {}, error() {} };

/** The cookies, by name, that the library sets for this token; several where it is long. */
export async function cookies(library, name, token, { secret, maxAge = 3600, salt } = {}) {
  const { encode, Store } = libraries[library];
  const value = await encode(token, secret, maxAge, salt, name);
  const chunks = new Store({ name, options: {} }, { cookies: {} }, quiet).chunk(value, {});
  return Object.fromEntries(chunks.filter((chunk) => chunk.value).map((chunk) => [chunk.name, chunk.value]));
}

/** What the library itself makes of the cookies, or null. */
export async function read(library, name, jar, secret) {
  const { decode, Store } = libraries[library];
  const joined = new Store({ name, options: {} }, library === 'Auth.js 5' ? jar : { cookies: jar }, quiet).value;
  try {
    return await decode(joined, secret, name);
  } catch {
    return null;
  }
}

/** As a browser sends them. */
export const header = (jar) => Object.entries(jar).map(([name, value]) => `${name}=${value}`).join('; ');
