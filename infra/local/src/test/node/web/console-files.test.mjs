import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import en from '../../../../../../web/js/i18n/en.js';
import ko from '../../../../../../web/js/i18n/ko.js';
import { knows } from '../../../../../../web/js/shared/i18n.js';
import { refusalPhrase } from '../../../../../../web/js/shared/refusal.js';

const root = fileURLToPath(new URL('../../../../../../web/', import.meta.url));
const files = readdirSync(join(root, 'js'), { recursive: true }).filter((name) => name.endsWith('.js'));
const source = (name) => readFileSync(join(root, 'js', name), 'utf8');
const code = files.filter((name) => !name.startsWith('i18n')).map(source).join('\n');
/** Where pages get whatever talks to a server. */
const SDK = '../../sdk/moim.js';
const sdk = readdirSync(join(root, 'sdk'), { recursive: true }).filter((name) => name.endsWith('.js') && !name.endsWith('.min.js') && !name.includes('node_modules'));
const sourceOfSdk = (name) => readFileSync(join(root, 'sdk', name), 'utf8');
const imports = (text) => [...text.matchAll(/^(?:import|export) .* from '([^']+)'/gm)].map(([, path]) => path);
const pages = readdirSync(root).filter((name) => name.endsWith('.html')).map((name) => readFileSync(join(root, name), 'utf8'));

test('both languages have the same phrases with the same parameters', () => {
  assert.deepEqual(Object.keys(ko).sort(), Object.keys(en).sort());
  const parameters = (text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const key of Object.keys(en)) assert.deepEqual(parameters(ko[key]), parameters(en[key]), key);
});

test('every phrase that the page asks for exists', () => {
  const asked = [...code.matchAll(/(?:say: |label: |say\([^,]+, |label\([^,]+, |\['|warn\(|tell\(|field\()'?([a-z]+\.[\w.]+)'/g)].map(([, key]) => key);
  assert.ok(asked.length > 50, `found only ${asked.length}`);
  for (const key of asked) assert.ok(knows(key), key);
  for (const [, key] of pages.join().matchAll(/data-i18n(?:-\w+)?="([^"]+)"/g)) assert.ok(knows(key), key);
});

test('every documented code has a sentence of its own, an unknown one the general sentence', () => {
  const codes = ['400', '401', '403', '404', '405', '409', '410', '411', '412', '413', '421', '422', '440', '441', '442',
    '443', '444', '445', '446', '451', '452', '500', '504', '543', '559', '570', '599'];
  for (const each of codes) assert.equal(refusalPhrase({ op: 'any', code: each }), `error.${each}`);
  assert.equal(refusalPhrase({ op: 'any', code: '777' }), 'error.599');
  assert.equal(refusalPhrase({ op: 'joinRoom', code: '413' }), 'error.joinRoom.413');
});

test('data never becomes markup or code', () => {
  for (const name of files) {
    assert.doesNotMatch(source(name), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|setAttribute\('on/, name);
  }
});

test('no page allows inline script or style or loads anything from elsewhere', () => {
  assert.equal(pages.length, 6);
  for (const page of pages) {
    assert.match(page, /default-src 'none'/);
    assert.doesNotMatch(page, /unsafe-|<style|<script(?! type="module" src="js\/)|\son\w+=|style=|https?:\/\//);
  }
});

test('the files that a page names exist', () => {
  for (const [, file] of pages.join().matchAll(/(?:href|src)="([^"#]+)"/g)) assert.ok(existsSync(join(root, file)), file);
});

test('every import leads to a module, and every module belongs to a page', () => {
  const scripts = [...pages.join().matchAll(/src="js\/([^"]+)"/g)].map(([, name]) => name);
  assert.deepEqual(scripts.sort(), ['accounts/main.js', 'calls/main.js', 'chat/main.js', 'meetings/main.js', 'sessions/main.js', 'studies/main.js']);
  const reached = new Set();
  const follow = (name) => {
    if (reached.has(name)) return;
    reached.add(name);
    assert.ok(files.includes(name), name);
    for (const path of imports(source(name))) if (path !== SDK) follow(join(dirname(name), path));
  };
  scripts.forEach(follow);
  // What the view needs of a call is for readers, and for the test that holds calls to it.
  assert.deepEqual(files.filter((name) => !reached.has(name)), ['call-view/call-contract.js']);
});

test('a folder imports only from those it may know of', () => {
  const layers = {
    i18n: [], shared: ['i18n'], notifications: ['shared'], accounts: ['shared', 'notifications', 'widgets'], chat: ['shared', 'notifications', 'widgets'],
    meetings: ['shared', 'charts', 'notifications', 'widgets'], charts: ['shared'], widgets: ['shared'], 'call-view': ['shared', 'widgets'],
    calls: ['shared', 'widgets', 'call-view'], sessions: ['shared', 'charts', 'widgets'], studies: ['shared', 'charts', 'notifications', 'widgets', 'call-view'],
  };
  for (const name of files) {
    const [folder] = name.split('/');
    for (const path of imports(source(name))) {
      const [other] = join(dirname(name), path).split('/');
      assert.ok(other === folder || layers[folder].includes(other) || path === SDK, `${name} imports from ${path}`);
    }
  }
});

test('the SDK needs no page, and all of it can be reached', () => {
  const layers = { '.': [], core: ['packages.js'], media: ['core'], calls: ['core', 'media'], accounts: ['core'], licenses: ['core'], meetings: ['core', 'accounts'],
    chat: ['core', 'accounts'], notifications: ['core', 'accounts'], studies: ['core', 'media'], rooms: ['core', 'media'],
    knowledgetalk: ['packages.js', 'core', 'media', 'calls'] };
  const reached = new Set();
  const follow = (name) => {
    if (reached.has(name)) return;
    reached.add(name);
    const folder = name.includes('/') ? name.split('/')[0] : '.';
    for (const path of imports(sourceOfSdk(name))) {
      const other = join(dirname(name), path);
      assert.ok(folder === '.' || [folder, ...layers[folder]].includes(other.split('/')[0]), `${name} imports from ${other}`);
      follow(other);
    }
  };
  // What build.mjs makes a bundle of.
  ['moim.js', 'knowledgetalk/main.js'].forEach(follow);
  assert.deepEqual(sdk.filter((name) => !reached.has(name) && !name.startsWith('examples/')), []);
});

test('no page talks to a socket or a route by itself', () => {
  for (const name of files) {
    assert.doesNotMatch(source(name), /(?<!#)\b(?:fetch|io|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection)\b\s*\(|new (?:WebSocket|EventSource|XMLHttpRequest)|\bimport\(/, name);
  }
});

test('packages are loaded from where npm puts them, and every one of them is', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const ours = [...sourceOfSdk('packages.js').matchAll(/import\(at\('([^']+)'\)\)/g)].map(([, path]) => join('node_modules', path));
  const docs = readFileSync(new URL('../../../main/resources/dev/moim/local/page/docs.js', import.meta.url), 'utf8');
  const viewers = [...docs.matchAll(/^ +(?:script|style): '([^']+)'/gm)].map(([, path]) => join('node_modules', path));
  assert.ok(viewers.length >= 4, `found only ${viewers}`);
  const receiver = readFileSync(new URL('../../../main/resources/dev/moim/local/webhook/load-standardwebhooks.js', import.meta.url), 'utf8');
  const library = [...receiver.matchAll(/^ +standardwebhooks: '([^']+)'/gm)].map(([, path]) => join('node_modules', path));
  const loaded = [...ours, ...viewers, ...library].map((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]);
  assert.deepEqual([...new Set(loaded)].sort(), Object.keys(dependencies).sort());
});

test('every icon that is asked for is drawn', () => {
  const sprite = readFileSync(join(root, 'img/icons.svg'), 'utf8');
  const asked = [...code.matchAll(/icon\('([a-z-]+)'\)/g)].map(([, name]) => name);
  for (const name of [...asked, 'auto', 'light', 'dark', 'board', 'mic-off', 'cam-off', 'play']) assert.ok(sprite.includes(`id="${name}"`), name);
});

test('modules stay small', () => {
  for (const name of files.filter((each) => !each.startsWith('i18n'))) {
    assert.ok(source(name).split('\n').length <= 250, name);
  }
  for (const name of sdk) assert.ok(sourceOfSdk(name).split('\n').length <= 250, name);
});
