// Shows one of the two documents with the viewer that npm installed into web/node_modules.
const packages = '/node_modules/';

/** "Try it out" asks the runtime that serves this page, whatever its name and port. */
const here = [{ url: location.origin, description: 'this runtime' }];

const viewers = {
  openapi: {
    script: 'swagger-ui-dist/swagger-ui-bundle.js',
    style: 'swagger-ui-dist/swagger-ui.css',
    show(target, document) {
      window.SwaggerUIBundle({
        domNode: target, spec: { ...document, servers: here }, deepLinking: true, docExpansion: 'list', filter: true,
        defaultModelExpandDepth: 10, defaultModelRendering: 'model', displayRequestDuration: true, validatorUrl: null,
      });
    },
  },
  asyncapi: {
    script: '@asyncapi/react-component/browser/standalone/index.js',
    style: '@asyncapi/react-component/styles/default.min.css',
    show(target, document) {
      const schema = ofChannel(document, chooseChannel(document));
      // Messages and schemas stand with the operations; listing them again doubles what the browser lays out.
      window.AsyncApiStandalone.render({ schema, config: { show: { messages: false, schemas: false } } }, target);
    },
  },
};

/** One channel at a time: the viewer lays out all it is given at once, and both take it many seconds. */
function ofChannel(document, name) {
  const ref = `#/channels/${name}`;
  const operations = Object.entries(document.operations).filter(([, { channel }]) => channel.$ref === ref);
  // The viewer shows a message's title but not its name, which is what goes over the wire.
  const messages = Object.entries(document.components.messages).map(([id, message]) => [id, { title: message.name ?? id, ...message }]);
  const components = { ...document.components, messages: Object.fromEntries(messages) };
  return { ...document, operations: Object.fromEntries(operations), components };
}

/** The channel that the address names, else the first; the others are a link away. */
function chooseChannel({ channels }) {
  const asked = new URLSearchParams(location.search).get('channel');
  const chosen = asked in channels ? asked : Object.keys(channels)[0];
  const links = Object.entries(channels).map(([name, { address }]) => {
    const link = Object.assign(document.createElement('a'), { href: `?channel=${encodeURIComponent(name)}`, textContent: address });
    if (name === chosen) link.setAttribute('aria-current', 'page');
    return link;
  });
  document.getElementById('channels').replaceChildren(...links);
  return chosen;
}

function load(element) {
  return new Promise((resolve, reject) => {
    element.onload = resolve;
    element.onerror = () => reject(new Error(`${element.src ?? element.href} is not there`));
    document.head.append(element);
  });
}

const script = (path) => load(Object.assign(document.createElement('script'), { src: packages + path }));
const style = (path) => load(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: packages + path }));

function tellMissing(note, name) {
  note.innerHTML = 'The viewer of this page is a package that <code>npm</code> installs. Install Node with npm and start '
    + '<code>./moim up</code> again, or run <code>npm ci</code> in <code>web/</code> and reload.'
    + ' The document itself needs no viewer: <a></a>.';
  const link = note.querySelector('a');
  link.href = `/docs/${name}.yaml`;
  link.textContent = `${name}.yaml`;
}

async function main() {
  const note = document.getElementById('note');
  const target = document.getElementById('viewer');
  const name = document.body.dataset.viewer;
  const viewer = viewers[name];
  const packaged = Promise.all([style(viewer.style), script(viewer.script)]).then(() => true, () => false);
  const answer = await fetch(`/docs/${name}.json`);
  if (!answer.ok) {
    note.textContent = `infra/${name}.yaml is not there.`;
  } else if (await packaged) {
    new MutationObserver(() => { note.hidden = true; }).observe(target, { childList: true });
    viewer.show(target, await answer.json());
  } else {
    tellMissing(note, name);
  }
}

main();
