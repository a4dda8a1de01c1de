/**
 * Kakao sends people back with a code, or with the reason why it gave none. Answers the Refusal if
 * either was there and led nowhere, else null.
 */
export async function finishKakao(client, address = new URL(location.href)) {
  const [code, state, error] = ['code', 'state', 'error'].map((name) => address.searchParams.get(name));
  if (!code && !error) return null;
  history.replaceState(null, '', address.pathname);
  // Whoever presses "cancel" there knows why they are not logged in.
  if (!code) return null;
  return client.finishKakao(code, state).then(() => null, (refusal) => refusal);
}
