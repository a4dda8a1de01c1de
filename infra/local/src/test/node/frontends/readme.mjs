import { readFile } from 'node:fs/promises';

/** The runtime under test, such as http://127.0.0.1:3000. */
export const base = process.env.MOIM_URL;

const readme = await readFile(process.env.MOIM_README, 'utf8');

/** The code that README.md gives, in a kind of client's table, for what such a client has. */
export function line(client, yours) {
  const from = readme.indexOf(`**${client}**`);
  const table = readme.slice(from, readme.indexOf('\n**', from + 1));
  const row = table.split('\n').find((each) => each.startsWith(`| ${yours} |`));
  if (from < 0 || !row) throw new Error(`README.md has no row "${yours}" for ${client}`);
  return row.match(/^\|[^|]+\|[^`|]*`([^`]+)`/)[1];
}

/** Runs code of README.md against the runtime under test; `scope` is what a front end would have. */
export function run(code, scope) {
  const here = code.replace(/(http|ws)s?:\/\/(localhost:300\d|StudySocketUrl)/g, (_, scheme) => base.replace('http', scheme));
  return new Function(...Object.keys(scope), `return ${here}`)(...Object.values(scope));
}

/** A fenced block of README.md, by a text in it. */
export const block = (text) =>
  [...readme.matchAll(/```js\n([^]*?)```/g)].map(([, code]) => code).find((code) => code.includes(text));
