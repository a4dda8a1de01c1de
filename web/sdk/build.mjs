/** Bundles the SDK: one file for pages that load it from a server. `node build.mjs` writes what a test holds to the modules. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Each bundle: the module that it begins with, and how it is loaded. */
const BUNDLES = {
  'moim.min.js': { entry: 'moim.js', format: 'esm' },
  'knowledgetalk.min.js': { entry: 'knowledgetalk/main.js', format: 'iife' },
};

/** The text of a bundle. */
export async function bundle(name) {
  const { entry, format } = BUNDLES[name];
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    // A classic script has no address of its own as a module has; it says itself where packages are.
    logOverride: { 'empty-import-meta': 'silent' },
  });
  return outputFiles[0].text;
}

export const bundles = Object.keys(BUNDLES);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of bundles) writeFileSync(new URL(name, import.meta.url), await bundle(name));
}
