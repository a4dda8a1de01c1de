/**
 * What `work` settles with, unless the signal is aborted before: then its reason. What was asked of a server may
 * happen all the same.
 */
export function abortable(work, signal) {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    if (signal.aborted) abort();
  });
}
