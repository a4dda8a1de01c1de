import { el } from '../shared/dom.js';

/** The first letter of each of the first two words; of a Korean name the first syllable. */
export function initials(name) {
  const words = name.trim().split(/\s+/).slice(0, 2);
  return words.map((word) => [...word][0] ?? '').join('').toUpperCase() || '?';
}

export const avatar = ({ id, name }) => el('span', { class: 'avatar', text: initials(name || id), attrs: { 'aria-hidden': 'true' } });

/** Somebody's picture, or their initials if they have none; their name stands beside it. */
export const face = ({ id, name, picture }) =>
  (picture ? el('img', { class: 'face', src: picture, alt: '', width: 36, height: 36 }) : avatar({ id, name }));
