import { Client } from '@stomp/stompjs';
import { WebSocket } from 'ws';

/** The runtime under test, such as http://127.0.0.1:3000. */
export const base = process.env.MOIM_URL;
const socketUrl = `${base.replace('http', 'ws')}/ws`;

const PATIENCE_MS = 60_000;
const opened = [];

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves with what `condition` does, once that is truthy. */
export async function eventually(condition, what, patience = PATIENCE_MS) {
  const deadline = Date.now() + patience;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${patience} ms`);
    await pause(50);
  }
}

/** Ends every client a test file has opened, so that its process can end. */
export async function closeAll() {
  await Promise.all(opened.splice(0).map((client) => client.deactivate({ force: true })));
}

/** Somebody with an account and a profile, who has been given an id by the test's scene. */
export class Person {
  constructor(id) {
    this.id = id;
  }

  static async of(id) {
    const person = new Person(id);
    const answer = await fetch(`${base}/_local/access-token?sub=${id}`);
    person.token = (await answer.json()).accessToken;
    return person;
  }

  async call(method, path, body) {
    const headers = { authorization: `Bearer ${this.token}` };
    const answer = await fetch(`${base}/api/v1${path}`, { method, headers, body });
    const text = await answer.text();
    return { status: answer.status, body: text && JSON.parse(text) };
  }

  async meeting(title) {
    const at = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 16);
    const details = {
      title, locationId: 1, latitude: 37.4979, longitude: 127.0276, address: '서울 강남구', meetingDateTime: at,
      maxCount: 10, category: ['KOREAN'], content: '같이 먹어요',
    };
    const form = new FormData();
    form.append('request', new Blob([JSON.stringify(details)], { type: 'application/json' }));
    return (await this.call('POST', '/meetings', form)).body.id;
  }

  /** Takes part in a meeting, with the consent of its author, and waits until its room knows. */
  async join(author, meeting) {
    const { body } = await this.call('POST', `/participations/${meeting}`);
    await author.call('PATCH', `/participations/${body.participationId}/approve`);
    await this.room(meeting);
  }

  /** Their entry of a room, once there is one. */
  room(meeting) {
    return eventually(async () => {
      const { body } = await this.call('GET', '/chatrooms');
      return body.find?.((room) => room.roomId === meeting);
    }, 'a room');
  }

  /** A client that has connected, and what it hears of each destination. */
  async client(options = {}) {
    const client = new Client({
      webSocketFactory: () => new WebSocket(socketUrl, ['v12.stomp', 'v11.stomp', 'v10.stomp']),
      connectHeaders: { Authorization: `Bearer ${this.token}` },
      reconnectDelay: 0,
      ...options,
    });
    opened.push(client);
    client.errors = [];
    client.onStompError = (frame) => client.errors.push(frame);
    client.heard = [];
    client.listen = (meeting, headers = {}) =>
      client.subscribe(`/sub/chat/room/${meeting}`, (message) => {
        client.heard.push({ id: message.headers['message-id'], ...JSON.parse(message.body) });
      }, headers);
    client.texts = () => client.heard.map((message) => message.message);
    client.say = (meeting, message, more = {}) =>
      client.publish({
        destination: '/pub/chat/message',
        body: JSON.stringify({ userId: String(this.id), roomId: meeting, message, ...more }),
      });
    await new Promise((resolve, reject) => {
      client.onConnect = resolve;
      client.onWebSocketClose = () => reject(new Error('closed'));
      client.activate();
    });
    return client;
  }
}
