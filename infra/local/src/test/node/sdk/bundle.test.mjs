import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { bundle, bundles } from '../../../../../../web/sdk/build.mjs';

const MOST_BYTES = 25 * 1024;

const committed = (name) => readFileSync(new URL(`../../../../../../web/sdk/${name}`, import.meta.url), 'utf8');

test('the bundles are what the modules make', async () => {
  for (const name of bundles) assert.ok((await bundle(name)) === committed(name), `${name} is old: run "npm run build" in web/sdk`);
});

test(`moim.min.js is at most ${MOST_BYTES} bytes, gzipped, and brings no package along`, () => {
  const text = committed('moim.min.js');
  const bytes = gzipSync(text, { level: 9 }).length;
  console.log(`moim.min.js: ${bytes} bytes gzipped, ${text.length} as it is`);
  assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`);
  assert.doesNotMatch(text, /\bimport\s*[{*"]|\bfrom\s*"/);
});

test('the bundle has all that the modules have', async () => {
  const [one, many] = await Promise.all(['moim.min.js', 'moim.js'].map((name) => import(`../../../../../../web/sdk/${name}`)));
  assert.deepEqual(Object.keys(one).sort(), Object.keys(many).sort());
});
