import { fragment, setFragment } from '../shared/fragment.js';

const PARAMETER = 'room';

export const linkedRoom = (hash) => fragment(PARAMETER, hash);

export const linkRoom = (roomId) => setFragment({ [PARAMETER]: roomId });

/** What somebody typed or pasted: a room id, or a whole link to a room. */
export function roomFrom(text) {
  const trimmed = text.trim();
  const at = trimmed.indexOf('#');
  return at < 0 ? trimmed : linkedRoom(trimmed.slice(at));
}
