import WebSocket from 'ws';
import { base, license } from '../browser/harness.mjs';

export const CHROME_ON_WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.6478.114 Safari/537.36';

/** Somebody registered at the calls socket with a browser of our choice; `ask` resolves with the reply. */
export async function caller(userId, userAgent = CHROME_ON_WINDOWS) {
  const socket = new WebSocket(`${base.replace('http', 'ws')}/calls`, { headers: { 'user-agent': userAgent } });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  let count = 0;
  const ask = (eventOp, fields = {}) => new Promise((resolve, reject) => {
    const reqId = `q${++count}`;
    const hear = (data) => {
      const reply = JSON.parse(data);
      if (reply.reqId !== reqId) return;
      socket.off('message', hear);
      if (reply.code === '200') resolve(reply);
      else reject(new Error(`${eventOp}: ${data}`));
    };
    socket.on('message', hear);
    socket.send(JSON.stringify({ eventOp, reqId, userId, ...fields }));
  });
  const { cpCode, authKey } = license;
  await ask('register', { cpCode, authKey, ipAddr: '127.0.0.1', name: userId });
  return { ask, close: () => socket.terminate() };
}
