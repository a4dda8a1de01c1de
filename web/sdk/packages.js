/**
 * Packages that only some calls need, fetched when the first of them does. By default from where npm puts them beside
 * this folder; whoever bundles, or serves them elsewhere, says so before: `packages.livekit = () => import('livekit-client')`.
 */
export const packages = {
  /** LiveKit's client, 1.4 MB: media of group rooms. A call between two browsers never loads it. */
  livekit: () => import(at('livekit-client/dist/livekit-client.esm.mjs')),
  /** The official client of Socket.IO: studies. */
  socketIo: () => import(at('socket.io-client/dist/socket.io.esm.min.js')),
  /** @stomp/stompjs: chat. */
  stomp: () => import(at('@stomp/stompjs/esm6/index.js')),
};

const at = (file) => new URL(`../node_modules/${file}`, import.meta.url).href;
