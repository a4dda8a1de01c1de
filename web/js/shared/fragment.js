/** What the address names after `#`, which the browser never sends to a server. */
export function fragment(name, hash = location.hash) {
  return new URLSearchParams(hash.replace(/^#/, '')).get(name) ?? '';
}

export function setFragment(values) {
  history.replaceState(null, '', `#${new URLSearchParams(values)}`);
}
