import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('../../../../../../web/', import.meta.url));
const examples = join(web, 'sdk/examples');
const tsc = join(web, 'sdk/node_modules/.bin/tsc');

const CONSOLE = Symbol('every module of the console');

/** What the compiler says of these files; empty when it has no objection. */
async function objections(t, options, files) {
  const folder = mkdtempSync(join(tmpdir(), 'moim-types-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const compilerOptions = {
    noEmit: true, allowJs: true, checkJs: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler',
    lib: ['es2023', 'dom', 'dom.iterable', 'esnext'], typeRoots: [join(web, 'sdk/node_modules/@types')], types: ['node'], ...options,
  };
  const paths = files === CONSOLE ? [] : Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return name;
  });
  const what = files === CONSOLE ? { include: [join(web, 'js/**/*.js')] } : { files: paths };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, ...what }));
  return new Promise((resolve) => execFile(tsc, ['--project', folder, '--pretty', 'false'], (error, output, failure) => resolve(error ? output + failure : '')));
}

/** The SDK by its address on this machine, as a file that lies elsewhere imports it. */
const here = (text) => text.replaceAll(/'\.\.\/(moim(?:\.min)?\.js)'/g, (whole, name) => `'${join(web, 'sdk', name)}'`);

test('tsc --strict has no objection to the types', async (t) => {
  assert.equal(await objections(t, { strict: true }, { 'use.ts': here("import * as moim from '../moim.js';\nexport default moim;\n") }), '');
});

test('tsc --strict has no objection to the examples', async (t) => {
  const pages = readdirSync(examples).filter((name) => name.endsWith('.html'));
  const scripts = pages.map((name) => {
    const [, script] = readFileSync(join(examples, name), 'utf8').match(/<script type="module">\n([\s\S]*)<\/script>/);
    return [name.replace('.html', '.mjs'), here(script)];
  });
  const server = here(readFileSync(join(examples, 'server.mjs'), 'utf8'));
  assert.equal(pages.length, 3);
  assert.equal(await objections(t, { strict: true }, { ...Object.fromEntries(scripts), 'server.mjs': server }), '');
});

/** Views have no types of their own, so what may be null there is not known; what they ask of the SDK is. */
test('tsc has no objection to how the console uses the SDK', async (t) => {
  assert.equal(await objections(t, { strict: false }, CONSOLE), '');
});

test('a use that the types do not allow is objected to', async (t) => {
  const wrong = `import { Call, LocalMedia, Session } from '../moim.js';
    const call = new Call({ session: new Session({ url: '' }), media: new LocalMedia() });
    call.chat(1);
    call.on('ended', ({ why }) => why);
    call.sing();`;
  const said = await objections(t, { strict: true }, { 'wrong.ts': here(wrong) });
  assert.equal(said.match(/error TS/g)?.length, 3, said);
});
