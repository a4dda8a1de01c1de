/**
 * What the local runtime hands to pages on its own machine. Everywhere else these addresses do not
 * exist, and the answer is null.
 */
async function ask(path, { server = globalThis.location?.origin, signal } = {}) {
  try {
    const answer = await fetch(new URL(path, server), { signal, cache: 'no-store', headers: { accept: 'application/json' } });
    return answer.ok ? await answer.json() : null;
  } catch {
    signal?.throwIfAborted();
    return null;
  }
}

/** {cpCode, authKey, accessKey, secretKey} */
export const trialLicense = (options) => ask('/_local/trial-license', options);

/** {accessToken} of whoever we say we are. */
export const accessToken = ({ id, name }, options) => ask(`/_local/access-token?${new URLSearchParams({ sub: id, name })}`, options);

/** The mails to an address, newest first: [{subject, text}]. */
export const mailTo = async (address, options) => (await ask(`/_local/mail?${new URLSearchParams({ to: address })}`, options))?.mails ?? null;
