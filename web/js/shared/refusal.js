import { knows } from './i18n.js';

/** The phrase that tells a person what happened and what to do: for this field, this operation, this code, for any. */
export function refusalPhrase({ op, code, field = undefined }) {
  const keys = [`error.${code}.${field}`, `error.${op}.${code}`, `error.${code}`, 'error.599'];
  return keys.find(knows);
}

/** What to tell somebody whose device did not open. */
export const mediaPhrase = ({ name }) => (knows(`media.${name}`) ? `media.${name}` : 'media.other');
