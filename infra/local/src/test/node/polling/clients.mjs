import http from 'node:http';
import { io as io4 } from 'socket.io-client';
import io2 from 'socket.io-client-2';
import io3 from 'socket.io-client-3';
import { base } from '../studies/people.mjs';

/** Each version as it comes: no options but those of the test. */
export const clients = { 4: io4, 3: io3, 2: io2 };

/** What a front end tells of its user; version 2 has no `auth`. */
export const proof = (version, token) => (version === '2' ? { query: { token } } : { auth: { token } });

export const transport = (socket) => socket.io.engine.transport.name;

const opened = [];

/** A socket of this version that ends with the tests. */
export function open(version, url, options = {}) {
  const socket = clients[version](url, { forceNew: true, ...options });
  opened.push(() => {
    socket.io.reconnection(false);
    socket.disconnect();
    socket.io.engine.close();
  });
  return socket;
}

/** Ends them, so that the tests' process can end. */
export const closeOpened = () => opened.splice(0).forEach((close) => close());

/**
 * Resolves with why a socket is not connected, which version 2 tells in another event, and with the server's `answer`:
 * version 4 hands it on, for as long as its listeners run.
 */
export const refusal = (socket) => new Promise((resolve) => {
  socket.once('connect_error', (error) => resolve({ message: error.message, error, answer: error.context?.responseText }));
  socket.once('error', (reason) => resolve({ message: reason.message ?? reason, error: reason }));
});

/** A proxy on the way, as firms have them, that knows HTTP and lets no WebSocket through; it counts what it forwards. */
export async function proxy() {
  const seen = [];
  const server = http.createServer((request, response) => {
    seen.push(request.method);
    const headers = { ...request.headers, host: new URL(base).host };
    const forwarded = http.request(base + request.url, { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    forwarded.on('error', () => response.destroy());
    request.pipe(forwarded);
  });
  server.on('upgrade', (request, socket) => socket.destroy());
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => (server.closeAllConnections(), server.close());
  return { url: `http://127.0.0.1:${server.address().port}`, seen, close };
}
