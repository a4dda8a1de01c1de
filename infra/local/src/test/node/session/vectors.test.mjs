import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { libraries, read } from './cookies.mjs';
import { SECRET, vectors } from './vectors.mjs';

// The Java reader is tested against this file; `UPDATE=1 node --test` here writes it anew.
const file = new URL('../../../../../../functions/studies/src/test/resources/session-cookies.json', import.meta.url);

if (process.env.UPDATE) {
  const lines = (await vectors()).map((vector) => `    ${JSON.stringify(vector)}`);
  writeFileSync(file, `{\n  "secret": ${JSON.stringify(SECRET)},\n  "vectors": [\n${lines.join(',\n')}\n  ]\n}\n`);
}

const written = JSON.parse(readFileSync(file, 'utf8'));

for (const { library, name, what, accepted, cookies } of written.vectors) {
  test(`${library} ${accepted ? 'reads' : 'refuses'} ${what} in ${name}`, async () => {
    const session = await read(library, name, cookies, written.secret);
    assert.equal(Boolean(session && (session.sub || session.id)), accepted);
  });
}

test('the vectors cover what the libraries of today write', async () => {
  const shape = ({ cookies, ...vector }) => ({ ...vector, names: Object.keys(cookies) });
  assert.deepEqual((await vectors()).map(shape), written.vectors.map(shape));
  assert.equal(new Set(written.vectors.map(({ library }) => library)).size, Object.keys(libraries).length);
});
