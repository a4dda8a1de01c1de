import { Refusal } from '../core/errors.js';

const TIMEOUT = '504';

/** What a page gets for a request: the reply, and for a refusal its code as well. Nothing that the server says rejects. */
export async function answer(ask) {
  try {
    return await ask();
  } catch (failure) {
    const { op, code, message, retryAfter } = failure;
    if (!op) throw failure;
    if (!(failure instanceof Refusal)) return { eventOp: op, code: TIMEOUT, message };
    return { eventOp: op, code, message, ...(retryAfter === undefined ? {} : { retryAfter }) };
  }
}

export const OK = '200';

export const isOk = ({ code }) => code === OK;

/** Arguments by position, or one object with their names; what is empty is left out. */
export function named(names, args) {
  const [first] = args;
  const given = first && typeof first === 'object' ? first : Object.fromEntries(names.map((name, at) => [name, args[at]]));
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null && value !== ''));
}
