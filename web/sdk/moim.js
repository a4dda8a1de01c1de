/**
 * The SDK: everything a page or a server needs of it. The types and what each thing does are in moim.d.ts;
 * moim.min.js is the same in one file.
 */
export { Account } from './accounts/account.js';
export { AccountClient } from './accounts/account-client.js';
export { Call } from './calls/call.js';
export { enterRoom } from './calls/enter-room.js';
export { Room } from './calls/room.js';
export { Session } from './calls/session.js';
export { Signalling } from './calls/signalling.js';
export { ChatClient, PAGE } from './chat/chat-client.js';
export { ChatSocket } from './chat/chat-socket.js';
export { Conversation } from './chat/conversation.js';
export { Backoff } from './core/backoff.js';
export { Emitter } from './core/emitter.js';
export { MoimError, NoAnswer, Refusal, Unavailable } from './core/errors.js';
export { claims } from './core/jwt.js';
export { accessToken, mailTo, trialLicense } from './core/local-runtime.js';
export { Members } from './core/members.js';
export { deviceStorage, Storage, tabStorage } from './core/storage.js';
export { LicenseClient } from './licenses/license-client.js';
export { WebhookClient } from './licenses/webhook-client.js';
export { Conference } from './media/livekit/conference.js';
export { LiveCall } from './media/live-call.js';
export { LocalMedia } from './media/local-media.js';
export { Mesh } from './media/mesh.js';
export { Peer } from './media/peer.js';
export { MeetingClient } from './meetings/meeting-client.js';
export { Notifications } from './notifications/notifications.js';
export { packages } from './packages.js';
export { RoomCall } from './rooms/room-call.js';
export { RoomClient } from './rooms/room-client.js';
export { StudyCall } from './studies/study-call.js';
export { StudyClient } from './studies/study-client.js';
export { StudySocket } from './studies/study-socket.js';
