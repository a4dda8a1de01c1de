import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { vectors } from './vectors.mjs';

// The Java codecs are tested against this file; `UPDATE=1 node --test` here writes it anew.
const file = new URL('../../../../../../shared/wire/src/test/resources/socketio-vectors.json', import.meta.url);

test("the committed vectors are what the clients' parsers write and read today", () => {
  const now = vectors();
  if (process.env.UPDATE) writeFileSync(file, written(now));
  assert.equal(readFileSync(file, 'utf8'), written(now));
});

/** One vector a line, so that a change shows as what it is. */
function written(layers) {
  const blocks = Object.entries(layers).map(([layer, list]) =>
    `  "${layer}": [\n${list.map((vector) => `    ${JSON.stringify(vector)}`).join(',\n')}\n  ]`);
  return `{\n${blocks.join(',\n')}\n}\n`;
}
