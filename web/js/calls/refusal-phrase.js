import { knows } from '../shared/i18n.js';

/** The phrase that tells a person what happened and what to do: for this operation, for this code, for any. */
export function refusalPhrase({ op, code }) {
  const keys = [`error.${op}.${code}`, `error.${code}`, 'error.599'];
  return keys.find(knows);
}
