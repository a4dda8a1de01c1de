import { createServer, connect } from 'node:net';
import { once } from 'node:events';

/**
 * A way to a server whose connections can be cut, one by one. What the server has sent by then still arrives, as when
 * the gateway itself ends a socket; what the client sends is lost from then on, and it learns so a moment later.
 *
 * `url` is as the server's; a connection is known by what its address says as `?side=`.
 */
export async function cuttable(target) {
  const { hostname, port } = new URL(target);
  const upstreams = new Map();
  const server = createServer((client) => {
    const upstream = connect({ host: hostname, port });
    client.once('data', (head) => {
      const side = /^GET \S*[?&]side=([\w-]+)/.exec(String(head))?.[1];
      upstreams.set(side, { client, upstream });
      upstream.write(head);
      client.pipe(upstream);
    });
    upstream.pipe(client);
    for (const [one, other] of [[client, upstream], [upstream, client]]) one.on('error', () => other.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `ws://127.0.0.1:${server.address().port}`,
    cut(side) {
      const { client, upstream } = upstreams.get(side);
      client.unpipe(upstream);
      client.resume();
      upstream.end();
    },
    close: () => server.close(),
  };
}
