import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const folder = new URL('../../../../../../web/types/', import.meta.url);
const { generated } = await import(new URL('generate.mjs', folder));

test('the types are those of the documents', async () => {
  for (const [name, text] of Object.entries(await generated())) {
    const kept = await readFile(new URL(name, folder), 'utf8');
    assert.ok(kept === text, `${name}: run \`npm run generate\` in web/types`);
  }
});

test('what uses them compiles, and misuse does not', async () => {
  const compiler = fileURLToPath(new URL('node_modules/typescript/bin/tsc', folder));
  const run = promisify(execFile)(process.execPath, [compiler, '--project', fileURLToPath(folder)]);
  const { stdout } = await run.catch((failed) => failed);
  assert.equal(stdout, '');
});
