import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as sdk from '../../../../../../web/sdk/moim.js';

const types = readFileSync(new URL('../../../../../../web/sdk/moim.d.ts', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

/** {name: text between its braces} of each class that the types declare. */
const classes = Object.fromEntries([...types.matchAll(/^export class (\w+)[^\n]*\{(?:\}|\n([\s\S]*?)^\})/gm)].map(([, name, body]) => [name, body ?? '']));

/** The members of a class: names that stand at the beginning of a line, indented once. */
const members = (body) => [...new Set([...body.matchAll(/^ {2}(?:static )?(?:readonly )?(\w+)[<(:?]/gm)].map(([, name]) => name))].filter((name) => name !== 'constructor');

/** The text of a class and of all that it extends. */
function source(Kind) {
  const texts = [];
  for (let each = Kind; each && each !== Function.prototype && each !== EventTarget; each = Object.getPrototypeOf(each)) texts.push(String(each));
  return texts.join('\n');
}

const has = (Kind, member) => member in Kind.prototype || member in Kind
  || new RegExp(`(?:this\\.${member} =|^  ${member} =|Object\\.assign\\(this, \\{[^}]*\\b${member}\\b)`, 'm').test(source(Kind));

test('what the types declare is there, and what is there they declare', () => {
  const declared = [...types.matchAll(/^export (?:class|function|const) (\w+)/gm)].map(([, name]) => name);
  assert.deepEqual([...new Set(declared)].sort(), Object.keys(sdk).sort());
});

test('each class has the members that its type has', () => {
  const { LiveCall, ...whole } = classes;
  const missing = Object.entries(whole).flatMap(([name, body]) => members(body).filter((member) => !has(sdk[name], member)).map((member) => `${name}.${member}`));
  // It leaves some of its members to those that extend it.
  for (const name of ['Call', 'RoomCall', 'StudyCall']) missing.push(...members(LiveCall).filter((member) => !has(sdk[name], member)));
  assert.deepEqual(missing, []);
  assert.ok(Object.values(classes).flatMap(members).length > 150);
});

test('every operation that waits takes a signal', () => {
  const waiting = Object.entries(classes).flatMap(([name, body]) => [...body.matchAll(/^ {2}(?:static )?(\w+)(\(.*\)): Promise/gm)].map(([, method, parameters]) => [name, method, parameters]));
  const without = waiting.filter(([, , parameters]) => !/[Oo]ptions|signal/.test(parameters)).map(([name, method]) => `${name}.${method}`);
  // Devices and descriptions: nothing there waits for a server.
  const local = /^(LocalMedia|Peer|Mesh)\./;
  assert.deepEqual(without.filter((each) => !local.test(each)), []);
  assert.ok(waiting.length > 60, String(waiting.length));
});
