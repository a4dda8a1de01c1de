/** The script that is being run, known only while it is. */
const script = globalThis.document?.currentScript;

/** Where the server is: where this script came from, unless its tag says `data-server`. */
export const server = script?.dataset.server ?? (script?.src ? new URL(script.src).origin : globalThis.location?.origin);

/** Runs another script of the server; resolves with the global that it defines. */
export function load(path, name) {
  if (globalThis[name]) return Promise.resolve(globalThis[name]);
  return new Promise((resolve, reject) => {
    const tag = document.createElement('script');
    tag.src = new URL(path, server).href;
    tag.onload = () => resolve(globalThis[name]);
    tag.onerror = () => reject(new Error(`${tag.src} cannot be loaded`));
    document.head.append(tag);
  });
}
