import { el } from '../shared/dom.js';

/** The first letter of each of the first two words; of a Korean name the first syllable. */
export function initials(name) {
  const words = name.trim().split(/\s+/).slice(0, 2);
  return words.map((word) => [...word][0] ?? '').join('').toUpperCase() || '?';
}

export const avatar = ({ id, name }) => el('span', { class: 'avatar', text: initials(name || id), attrs: { 'aria-hidden': 'true' } });
