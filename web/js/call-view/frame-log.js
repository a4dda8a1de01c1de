import { Emitter } from '../../sdk/moim.js';

const KEPT = 500;
const SECRETS = new Set(['authKey', 'resumeToken', 'credential', 'secretKey', 'token', 'accessToken', 'ticket']);

/**
 * Every frame that went over the socket, newest last, at most 500. Secrets are masked before anything
 * is kept: the panel is made for screenshots and screen sharing.
 *
 * Events: `added` (entry), `cleared`, `paused`.
 */
export class FrameLog extends Emitter {
  entries = [];
  paused = false;
  #count = 0;

  /** `op` where the frame's text does not name its own operation. */
  add({ direction, at, text, op = undefined }) {
    if (this.paused) return;
    const body = mask(parse(text));
    const entry = { id: ++this.#count, direction, at, body, size: new Blob([text]).size, ...summary(body, op) };
    this.entries.push(entry);
    if (this.entries.length > KEPT) this.entries.shift();
    this.emit('added', entry);
  }

  pause(paused) {
    this.paused = paused;
    this.emit('paused');
  }

  clear() {
    this.entries = [];
    this.emit('cleared');
  }
}

/** True when every word of the filter occurs in the operation, the code or the text. */
export function matches({ op, code, body }, filter) {
  const text = `${op} ${code} ${JSON.stringify(body)}`.toLowerCase();
  return filter.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

function summary(body, op) {
  const { eventOp, type, code } = typeof body === 'object' && body ? body : {};
  const own = eventOp === 'presence' ? `presence ${type ?? ''}`.trim() : eventOp;
  return { op: String(op ?? own ?? '?'), code: code === undefined ? '' : String(code) };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function mask(value) {
  if (Array.isArray(value)) return value.map(mask);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value);
  return Object.fromEntries(fields.map(([key, held]) => [key, SECRETS.has(key) && held ? '•••' : mask(held)]));
}
