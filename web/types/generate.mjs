import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const infra = new URL('../../infra/', import.meta.url);
const NOTE = '// Written by generate.mjs out of infra/%s: change that file and run `npm run generate`.\n\n';

/** The files that are generated, by their names. */
export async function generated() {
  const read = async (name) => parse(await readFile(new URL(name, infra), 'utf8'));
  return {
    'openapi.d.ts': await types('openapi.yaml', await read('openapi.yaml')),
    'asyncapi.d.ts': await types('asyncapi.yaml', messagesAsSchemas(await read('asyncapi.yaml'))),
  };
}

async function types(name, description) {
  const options = { alphabetize: true, defaultNonNullable: false };
  return NOTE.replace('%s', name) + astToString(await openapiTS(description, options));
}

/**
 * Messages are JSON schemas like those of OpenAPI, so one generator serves both: each message becomes a schema, and each
 * channel two more, which list by name what clients send and what they get.
 */
function messagesAsSchemas({ info, channels, operations, components }) {
  const schemas = { ...components.schemas };
  for (const [key, { payload }] of Object.entries(components.messages)) {
    if (schemas[key]) throw new Error(`${key} is the name of a message and of a schema`);
    schemas[key] = payload;
  }
  for (const channel of Object.keys(channels)) {
    const listed = { sent: {}, got: {} };
    for (const operation of Object.values(operations)) {
      if (last(operation.channel) !== channel) continue;
      add(listed[operation.action === 'receive' ? 'sent' : 'got'], operation.messages);
      add(listed.got, operation.reply?.messages ?? []);
    }
    for (const [way, properties] of Object.entries(listed)) {
      const required = Object.keys(properties);
      schemas[`${channel}.${way}`] = { type: 'object', additionalProperties: false, required, properties };
    }
  }
  return { openapi: '3.1.0', info, paths: {}, components: { schemas } };

  function add(properties, messages) {
    for (const message of messages) {
      const key = last(message);
      properties[components.messages[key].name ?? key] = { $ref: `#/components/schemas/${key}` };
    }
  }
}

const last = ({ $ref }) => $ref.split('/').at(-1);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(await generated())) await writeFile(new URL(name, import.meta.url), text);
}
