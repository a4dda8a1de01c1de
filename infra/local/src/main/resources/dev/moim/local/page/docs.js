// Shows an AsyncAPI 3 and an OpenAPI 3.1 document. Text from the documents is always set as text.

const main = document.getElementById('main');

function el(tag, content, className) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const part of [content ?? []].flat()) element.append(part);
  return element;
}

// Inline code is all of Markdown that the documents use.
function prose(text) {
  return text.split('`').map((part, index) => (index % 2 ? el('code', part) : part));
}

function paragraphs(text) {
  return (text ?? '').split(/\n\s*\n/).filter(Boolean).map((paragraph) => el('p', prose(paragraph)));
}

// Follows local references; a document that refers to itself in circles stops at the depth limit.
function resolve(document, node, depth = 0) {
  if (!node?.$ref || depth > 10) return node ?? {};
  const target = node.$ref.slice(2).split('/').reduce((at, key) => at?.[decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')], document);
  return resolve(document, target, depth + 1);
}

function typeOf(document, schema) {
  const it = resolve(document, schema);
  if (it.const !== undefined) return JSON.stringify(it.const);
  if (it.enum) return it.enum.map((value) => JSON.stringify(value)).join(' | ');
  const several = it.oneOf ?? it.anyOf;
  if (several) return several.map((one) => typeOf(document, one)).join(' | ');
  if (it.type === 'array') return `${typeOf(document, it.items)}[]`;
  return [it.type ?? 'any'].flat().join(' | ');
}

function limits(schema) {
  const names = ['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'pattern', 'default'];
  return names.filter((name) => schema[name] !== undefined).map((name) => `${name} ${schema[name]}`).join(', ');
}

// A schema that is put together from parts shows the fields of all of them.
function fieldsOf(document, schema) {
  const it = resolve(document, schema);
  const parts = (it.allOf ?? []).map((part) => fieldsOf(document, part));
  const own = Object.entries(it.properties ?? {}).map(([name, value]) => ({ name, value, required: it.required?.includes(name) }));
  return [...parts.flat(), ...own];
}

function schemaTable(document, schema) {
  const fields = fieldsOf(document, schema);
  if (!fields.length) return el('p', typeOf(document, schema), 'soft');
  const rows = fields.map(({ name, value, required }) => {
    const it = resolve(document, value);
    const notes = [it.description, limits(it)].filter(Boolean).join(' ');
    return el('tr', [el('td', required ? name : `${name}?`), el('td', typeOf(document, value)), el('td', prose(notes))]);
  });
  return el('table', rows);
}

function entry(name, summary, content) {
  const details = el('details', [el('summary', [el('b', name), ...prose(summary ?? '')]), ...content]);
  details.dataset.name = name.toLowerCase();
  return details;
}

function messageParts(document, title, references) {
  return (references ?? []).flatMap((reference) => {
    const message = resolve(document, reference);
    const name = reference.$ref?.split('/').at(-1) ?? message.name ?? '';
    const text = [message.summary, message.description].filter(Boolean).join(' ');
    return [el('p', [`${title}: `, el('code', name), ' ', ...prose(text)]), schemaTable(document, message.payload)];
  });
}

function asyncOperation(document, [name, operation]) {
  const sends = operation.action === 'send';
  return entry(name, operation.summary ?? operation.title, [
    ...paragraphs(operation.description),
    ...messageParts(document, sends ? 'The server sends' : 'A client sends', operation.messages),
    ...messageParts(document, 'Reply', operation.reply?.messages),
  ]);
}

function httpOperation(document, path, method, operation) {
  const parameters = (operation.parameters ?? []).map((it) => resolve(document, it));
  const body = Object.values(resolve(document, operation.requestBody).content ?? {}).map((it) => schemaTable(document, it.schema));
  const responses = Object.entries(operation.responses ?? {}).flatMap(([status, it]) => {
    const response = resolve(document, it);
    const tables = Object.values(response.content ?? {}).map((content) => schemaTable(document, content.schema));
    return [el('p', [el('code', status), ` ${response.description ?? ''}`]), ...tables];
  });
  const rows = parameters.map((it) => el('tr', [el('td', it.name), el('td', it.in), el('td', prose(it.description ?? ''))]));
  return entry(`${method.toUpperCase()} ${path}`, operation.summary, [
    ...paragraphs(operation.description),
    rows.length ? el('table', rows) : '',
    ...body,
    ...responses,
  ]);
}

function section(document, operations) {
  const { title, version, description } = document.info;
  return [el('h2', `${title} ${version}`), ...paragraphs(description), ...operations];
}

function asyncSection(document) {
  return section(document, Object.entries(document.operations ?? {}).map((it) => asyncOperation(document, it)));
}

function openSection(document) {
  const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => httpOperation(document, path, method, item[method])));
  return section(document, operations);
}

async function load(path, show) {
  const response = await fetch(path);
  if (!response.ok) return [el('p', `${path} is not there.`, 'soft')];
  return show(await response.json());
}

document.getElementById('filter').addEventListener('input', ({ target }) => {
  for (const details of main.querySelectorAll('details')) {
    details.hidden = !details.dataset.name.includes(target.value.toLowerCase());
  }
});

const sections = await Promise.all([load('/docs/asyncapi.json', asyncSection), load('/docs/openapi.json', openSection)]);
main.replaceChildren(...sections.flat());
