/** What goes over the wire, under names that are short enough to write. */

import type { components as Sockets } from './asyncapi.js';
import type { components as Http, paths } from './openapi.js';

export type { paths } from './openapi.js';

/** Objects of the HTTP APIs, such as `Schemas['Session']`. */
export type Schemas = Http['schemas'];

/** Messages of the sockets and of the stream of notifications, and what they are made of. */
export type Messages = Sockets['schemas'];

/** What a client of the calls socket sends, by its `eventOp`. */
export type CallsSent = Messages['calls.sent'];

/** What it gets, by the message's name: `registerReply`, `presenceJoin`, `relayedSdp` … */
export type CallsGot = Messages['calls.got'];

/** Any message that the calls socket may bring. */
export type CallsMessage = CallsGot[keyof CallsGot];

/** News of a room: all of them, or those of a type, such as `Presence<'join'>`. */
export type Presence<Type extends string = string> = Extract<CallsMessage, { eventOp: 'presence'; type: Type }>;

/** Events of the study socket for socket.io-client: `Socket<StudyGot, StudySent>`. */
export type StudyGot = { [Event in keyof Messages['study.got']]: (data: Messages['study.got'][Event]) => void };
export type StudySent = {
  [Event in keyof Messages['study.sent']]: (data: Messages['study.sent'][Event], ack?: (answer: Messages['ack']) => void) => void;
};

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What a route takes as JSON. */
export type Body<Path extends keyof paths, How extends Method> = paths[Path][How] extends {
  requestBody?: { content: { 'application/json': infer Json } };
}
  ? Json
  : never;

/** What a route answers with this status as JSON. */
export type Answer<Path extends keyof paths, How extends Method, Status extends number = 200> = paths[Path][How] extends {
  responses: { [S in Status]: { content: { 'application/json': infer Json } } };
}
  ? Json
  : never;
