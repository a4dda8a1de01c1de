/** Where `npm ci` in the console's folder puts the packages: the library, and what it asks for. */
const PACKAGES = {
  'fast-sha256': 'fast-sha256/sha256.js',
  '@stablelib/base64': '@stablelib/base64/lib/base64.js',
  './timing_safe_equal': 'standardwebhooks/dist/timing_safe_equal.js',
  standardwebhooks: 'standardwebhooks/dist/index.js',
};

/**
 * {Webhook} of the library. It is written for Node's `require`; each file becomes a module here that hands its exports on.
 * Rejects where it was not installed.
 */
export async function loadStandardWebhooks() {
  const loaded = (globalThis.requiredModules ??= {});
  for (const [name, path] of Object.entries(PACKAGES)) {
    loaded[name] ??= await run(await source(path));
  }
  return loaded.standardwebhooks;
}

async function source(path) {
  const answer = await fetch(`/node_modules/${path}`);
  if (!answer.ok) {
    throw new Error(`${path} is not installed`);
  }
  return answer.text();
}

async function run(text) {
  const wrapped = `const module = {exports: {}};
(function (exports, require) {${text}
}).call(globalThis, module.exports, (name) => globalThis.requiredModules[name]);
export default module.exports;`;
  const address = URL.createObjectURL(new Blob([wrapped], {type: 'text/javascript'}));
  try {
    return (await import(address)).default;
  } finally {
    URL.revokeObjectURL(address);
  }
}
