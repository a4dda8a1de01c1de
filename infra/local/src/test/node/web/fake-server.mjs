import { createServer } from 'node:http';
import { once } from 'node:events';

/**
 * An HTTP server whose `routes` are {'GET /path': (request) => answer}; an answer is {status, headers,
 * body}. `asked` keeps {method, path, query, headers, body} of each request.
 */
export async function fakeServer(t, routes) {
  const asked = [];
  const server = createServer(async (incoming, outgoing) => {
    const { pathname: path, searchParams } = new URL(incoming.url, 'http://localhost');
    const text = (await incoming.toArray()).join('');
    const request = { method: incoming.method, path, query: Object.fromEntries(searchParams), headers: incoming.headers, body: text ? JSON.parse(text) : null };
    asked.push(request);
    const { status = 200, headers = {}, body = {} } = routes[`${request.method} ${path}`]?.(request) ?? { status: 404 };
    outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
    outgoing.end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return { url: `http://127.0.0.1:${server.address().port}`, asked };
}
