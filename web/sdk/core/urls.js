/** Where a socket is: at its own path of the server, unless a path is given already; https is as good as wss. */
export function socketUrl(server, path) {
  const url = new URL(server);
  url.protocol = url.protocol.replace('http', 'ws');
  if (url.pathname === '/') url.pathname = path;
  return url.href;
}
