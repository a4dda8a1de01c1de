import { knows } from './i18n.js';

/**
 * A request that was refused (`code` as documented), lost (`lost`) or not answered in time (`late`).
 * `retryAfter` is how many seconds the server asked us to wait, `field` which one it did not accept,
 * if it said so.
 */
export class Refusal extends Error {
  constructor(op, code, message = '', retryAfter = undefined) {
    super(`${op}: ${code} ${message}`);
    this.op = op;
    this.code = code;
    this.retryAfter = retryAfter;
    this.field = undefined;
  }
}

/** The phrase that tells a person what happened and what to do: for this field, this operation, this code, for any. */
export function refusalPhrase({ op, code, field }) {
  const keys = [`error.${code}.${field}`, `error.${op}.${code}`, `error.${code}`, 'error.599'];
  return keys.find(knows);
}
