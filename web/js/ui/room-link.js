/** Rooms are named in the address after `#`, which the browser never sends to a server. */
const PARAMETER = 'room';

export function linkedRoom(hash = location.hash) {
  return new URLSearchParams(hash.replace(/^#/, '')).get(PARAMETER) ?? '';
}

export function linkRoom(roomId) {
  history.replaceState(null, '', `#${new URLSearchParams({ [PARAMETER]: roomId })}`);
}

/** What somebody typed or pasted: a room id, or a whole link to a room. */
export function roomFrom(text) {
  const trimmed = text.trim();
  const at = trimmed.indexOf('#');
  return at < 0 ? trimmed : linkedRoom(trimmed.slice(at));
}
