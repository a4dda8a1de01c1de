import { NoAnswer, Refusal } from './errors.js';

const TIMEOUT_MS = 15_000;

/**
 * One request with JSON in both directions, or a form in one; answers the body. Rejects with a Refusal, whose
 * code is the body's `code` where the API has such, else the status; or with NoAnswer; or as the signal says.
 */
export async function request(op, url, { method = 'GET', headers = {}, body, fetch = globalThis.fetch, signal } = {}) {
  const form = body instanceof FormData;
  const json = body === undefined ? {} : { body: form ? body : JSON.stringify(body) };
  // A form's type carries its boundary, which the browser chooses.
  const types = body === undefined || form ? {} : { 'content-type': 'application/json' };
  // What has nothing to carry but itself goes on its way even while the page is closed.
  const keepalive = method !== 'GET' && body === undefined;
  let answer;
  let text;
  try {
    answer = await fetch(url, { method, headers: { ...types, ...headers }, signal: atMost(TIMEOUT_MS, signal), cache: 'no-store', keepalive, ...json });
    text = await answer.text();
  } catch (error) {
    signal?.throwIfAborted();
    throw new NoAnswer(op, error.name === 'TimeoutError' ? 'late' : 'lost');
  }
  signal?.throwIfAborted();
  const content = parse(text);
  if (!answer.ok) throw refusal(op, answer, content ?? {});
  return content;
}

const atMost = (ms, signal) => (signal ? AbortSignal.any([signal, AbortSignal.timeout(ms)]) : AbortSignal.timeout(ms));

/** Of what is no JSON, such as a proxy's own page, only the status counts. */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function refusal(op, answer, { code, message, error, field, details, errors }) {
  const seconds = Number(answer.headers.get('retry-after'));
  const text = [message, error].find((each) => typeof each === 'string') ?? '';
  const refused = new Refusal(op, String(code ?? answer.status), text, seconds > 0 ? seconds : undefined);
  refused.field = field ?? (details ?? errors)?.[0]?.field;
  return refused;
}
