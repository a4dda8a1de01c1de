/** Acts on what the browser knows about the network; answers how to stop. */
export function watchNetwork({ session, call }) {
  const handlers = {
    // The socket cannot survive this, but would look open for minutes.
    offline: () => session.giveUpSocket(),
    online: () => (session.state === 'ready' ? call.checkConnection() : session.hurry()),
  };
  for (const [type, handler] of Object.entries(handlers)) addEventListener(type, handler);
  return () => {
    for (const [type, handler] of Object.entries(handlers)) removeEventListener(type, handler);
  };
}
