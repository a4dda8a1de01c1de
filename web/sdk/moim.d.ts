/**
 * Moim's SDK for browsers and Node: calls, group rooms, studies, accounts, meetings, chat and a tenant's own requests.
 *
 * Everything that waits for a server takes `{signal}`: aborted, it rejects with the signal's reason, and what was asked for
 * may happen all the same. What a server refuses rejects with a Refusal, whose code is documented; without an answer it is
 * NoAnswer. Events are those of an EventTarget, with a `detail`; `on` is short for both.
 */

export interface Options {
  signal?: AbortSignal
}

/** Over a socket also: after how many milliseconds no reply is expected any more. */
export interface ReplyOptions extends Options {
  replyMs?: number
}

export type Fetch = typeof globalThis.fetch

// Errors

/** Whatever was asked for and did not happen: `op` names it, `code` says why. */
export class MoimError extends Error {
  constructor(op: string, code: string, message?: string)
  op: string
  code: string
}

/** The server said no. */
export class Refusal extends MoimError {
  constructor(op: string, code: string, message?: string, retryAfter?: number)
  /** Seconds that the server asked us to wait. */
  retryAfter: number | undefined
  /** The field that it did not accept, if it said so. */
  field: string | undefined
}

/** No answer came: `lost`, or `late`. Whether it happened all the same is not known. */
export class NoAnswer extends MoimError {}

/** Cannot be used here: a `client` that was not installed, or a media server that is `unreachable`. */
export class Unavailable extends MoimError {}

// Events

/** An EventTarget that knows its events and what each carries. */
export class Emitter<Events extends object = Record<string, unknown>> extends EventTarget {
  /** The listener gets the event's detail. Answers how to stop listening. */
  on<Type extends keyof Events & string>(type: Type, listener: (detail: Events[Type]) => void, options?: AddEventListenerOptions): () => void
  emit<Type extends keyof Events & string>(type: Type, detail?: Events[Type]): void
  addEventListener<Type extends keyof Events & string>(type: Type, listener: (event: CustomEvent<Events[Type]>) => void, options?: boolean | AddEventListenerOptions): void
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void
}

export type SocketState = 'idle' | 'connecting' | 'ready' | 'away' | 'ended'

/** One frame of a socket, or one request or answer, as text. `op` where the text does not name its own. */
export interface Frame {
  direction: 'in' | 'out'
  at: Date
  text: string
  op?: string
}

/** Waiting times between attempts, in milliseconds. */
export class Backoff {
  constructor(terms?: { first?: number; most?: number; random?: () => number })
  next(): number
  reset(): void
}

// Our own media

export type Slot = 'mic' | 'cam' | 'screen'
export type Tracks = Partial<Record<Slot, MediaStreamTrack | null>>

/**
 * Our microphone, camera and screen. A camera that is off is released; a muted microphone only falls silent.
 */
export class LocalMedia extends Emitter<{ changed: Tracks; screenEnded: null }> {
  constructor(devices?: () => MediaDevices)
  readonly tracks: { mic: MediaStreamTrack | null; cam: MediaStreamTrack | null; screen: MediaStreamTrack | null }
  /** Ids of the devices somebody picked. */
  chosen: { mic: string | undefined; cam: string | undefined; speaker: string | undefined }
  readonly micOn: boolean
  readonly camOn: boolean
  readonly devices: () => MediaDevices
  /** Asks for both in one prompt; with only one of the two, takes that one. Answers the last failure, or null. */
  open(wish?: { mic?: boolean; cam?: boolean }): Promise<{ name: string } | null>
  /** Sends tracks that were captured elsewhere, which stay whoever's they are: nothing here stops them. */
  use(stream: MediaStream): void
  setMic(on: boolean): Promise<void>
  setCam(on: boolean): Promise<void>
  choose(kind: 'mic' | 'cam' | 'speaker', deviceId: string): Promise<{ name: string } | null>
  /** Rejects when the user picks nothing. */
  pickScreen(): Promise<MediaStreamTrack>
  setScreen(track: MediaStreamTrack | null): void
  close(): void
}

// Calls

/** What a license's keys and a user's name make: somebody whom others can call. */
export interface Identity {
  cpCode: string
  authKey: string
  name?: string
  /** Without one the server gives one. */
  userId?: string
  /** What others are shown; `pc` unless given. */
  device?: string
  /** Of an earlier registration: its seats and what was said meanwhile are still there. */
  resumeToken?: string
  /** Takes the user over from another page, instead of being refused with 409. */
  forced?: boolean
}

/** A reply or a message of the calls API: its fields are those of the document. */
export interface Message {
  eventOp: string
  reqId?: string
  code?: string
  message?: unknown
  [field: string]: any
}

/**
 * A registered user on the calls socket. After a lost socket it comes back by itself with the resume token.
 *
 * Events: `message` for what is no reply; `returned` after each reconnection, `recovered` when nothing that was said
 * meanwhile is lost; `ended` when coming back was refused.
 */
export class Session extends Emitter<{ state: SocketState; message: Message; frame: Frame; returned: { recovered: boolean }; ended: MoimError }> {
  /** `url` is the server's, such as https://moim.example.com, or the socket's own. `remember` hears who we are, after each registration. */
  constructor(terms: { url: string; remember?: (identity: { userId: string; name?: string; resumeToken?: string }) => void; signalling?: Signalling; backoff?: Backoff })
  readonly state: SocketState
  readonly userId: string
  readonly iceServers: RTCIceServer[]
  /** Registers; answers the reply. After a failure the session has ended. */
  start(identity: Identity, options?: Options): Promise<Message>
  /** Resolves once we are registered, again if the socket is lost; rejects when we never will be. */
  ready(options?: Options): Promise<void>
  stop(): void
  /** An operation of the document; resolves with the reply when its code is 200. */
  request(op: string, fields?: object, options?: ReplyOptions): Promise<Message>
  /** One way; false when the socket is not open. */
  send(op: string, fields?: object): boolean
  /** The socket is known to be dead: do not wait for the browser to notice. */
  giveUpSocket(): void
  /** The network is back: try now. */
  hurry(): void
}

/** One socket of the calls API: plain JSON frames, replies matched to requests. A Session is made of one. */
export class Signalling extends Emitter<{ frame: Frame; message: Message; lost: null }> {
  constructor(terms: { url: string; createSocket?: (url: string) => WebSocket; replyMs?: number })
  readonly isOpen: boolean
  open(options?: Options): Promise<void>
  request(op: string, fields?: object, options?: ReplyOptions): Promise<Message>
  send(op: string, fields?: object): boolean
  abandon(): void
  close(): void
}

export interface Member {
  id: string
  name: string
  audio?: boolean
  video?: boolean
  device?: string
  permit?: Record<string, boolean>
}

export interface Share {
  type?: 'screen' | 'whiteboard' | 'document' | 'documentShare'
  user?: string
}

export interface Chat {
  user: string
  message: string
  target?: string
  /** The gateway's time, to the millisecond, by which to order what several say. */
  sentAt?: string
}

export interface RoomEvents {
  changed: null
  joined: Member
  left: Member
  chat: Chat
  share: null
}

export class Members<Events extends object = RoomEvents> extends Emitter<Events> {
  constructor(selfId: string)
  readonly selfId: string
  members: Map<string, Member>
  readonly others: Member[]
  nameOf(userId: string): string
  update(userId: string, fields: Partial<Member>): void
}

/**
 * What we know about the room we are in. Nothing orders two messages, so each piece of news about a member carries the
 * room's `rev`, and older news about the same member is dropped.
 */
export class Room extends Members<RoomEvents & { ended: 'left' | 'kicked' | 'destroyed' }> {
  constructor(terms: { roomId: string; selfId: string })
  readonly roomId: string
  readonly title: string
  capacity: number | null
  readonly host: string
  readonly isHost: boolean
  readonly self: Member | undefined
  readonly share: Share
  can: { board: boolean; whisper: boolean; silence: boolean }
  /** The state as `joinRoom` or `memberList` answered it. */
  enter(reply: Message): void
  /** A presence. */
  apply(presence: object): void
  edit(fields: { title?: string; capacity?: number; host?: string; rev?: number }): void
  setShare(share: Share): void
}

export interface CallEvents extends RoomEvents {
  /** What arrives from somebody has changed. */
  tracks: { userId: string; tracks: Tracks }
  state: { userId?: string; state?: string }
  speaking: { userId: string; speaking: boolean }
  quality: { userId: string; quality: string | undefined }
  /** `reason`: left, kicked, destroyed, destroyedByUs, replaced, or session, with the error that ended that. */
  ended: { reason: string; refusal?: MoimError }
  /** Nobody awaits what was refused here. */
  refused: MoimError
  /** Somebody else muted us. */
  muted: null
}

/** The way of the media: from browser to browser, or through a media server. */
export interface Transport extends Emitter<{ tracks: CallEvents['tracks']; state: CallEvents['state']; speaking: CallEvents['speaking']; quality: CallEvents['quality'] }> {
  /** Of our own connection to a media server. */
  readonly ownState: string | undefined
  stateOf(userId: string): string
  tracksOf(userId: string): Tracks
  qualityOf(userId: string): string | undefined
  setTracks(tracks: Tracks): void | Promise<void>
  add(userId: string, how: { offering: boolean }): void
  remove(userId: string): void
  receive(message: object): void | Promise<void>
  resume(): void
  close(): void
}

/** What calls of every kind have in common. */
export class LiveCall<Events extends object = CallEvents> extends Emitter<Events> {
  readonly media: LocalMedia
  readonly transport: Transport
  readonly isOver: boolean
  /** Finds out whether the socket still carries messages; one that does not is given up. */
  checkConnection(options?: Options): Promise<void>
  tellMedia(options?: Options): Promise<void>
  leave(options?: Options): Promise<void>
  /** The screen that the user picks, or a track of one. */
  shareScreen(track?: MediaStreamTrack, options?: Options): Promise<void>
  stopShare(options?: Options): Promise<void>
  /** Entering failed on the way: leaves nothing running, and nobody is told of an end. */
  abandon(): void
}

/**
 * Being in a room of the calls API: perfect negotiation between browsers, or LiveKit where the room has a media server. Comes
 * back by itself after a lost socket; the media goes on meanwhile.
 */
export class Call extends LiveCall<CallEvents & { drawing: Message; canvas: Message; informed: { user: string; message: unknown } }> {
  constructor(terms: { session: Session; media: LocalMedia })
  readonly session: Session
  readonly room: Room
  /** Opens a room, which goes away with its last member; answers its id. `group`: with a media server. */
  create(terms?: { title?: string; capacity?: number; group?: boolean; roomId?: string }, options?: Options): Promise<string>
  /** After a failure the call is of no more use: `abandon` it. */
  join(roomId: string, options?: Options): Promise<void>
  /** Any operation of the document, in our room. */
  request(op: string, fields?: object, options?: ReplyOptions): Promise<Message>
  destroy(options?: Options): Promise<void>
  /** To everybody in the room, or to one of them. */
  chat(message: string, target?: string, options?: Options): Promise<Message>
  draw(fields: object): boolean
  inform(target: string, message: unknown, options?: Options): Promise<Message>
  /** Asks a member's page to mute its microphone, which obeys its host. */
  mute(target: string, options?: Options): Promise<Message>
  kick(target: string, options?: Options): Promise<void>
  permit(target: string, fields: { chat?: boolean; draw?: boolean; screen?: boolean; whiteboard?: boolean; document?: boolean; audio?: boolean; video?: boolean }, options?: Options): Promise<void>
  edit(fields: { title?: string; capacity?: number; host?: string }, options?: Options): Promise<void>
  editUser(fields: { name?: string; audio?: boolean; video?: boolean }, options?: Options): Promise<void>
  openBoard(options?: Options): Promise<void>
  refreshMembers(options?: ReplyOptions): Promise<void>
}

/** Who we were, for a page that was reloaded. */
export interface Memory {
  get(): { userId: string; name?: string; resumeToken?: string } | null
  set(identity: { userId: string; name?: string; resumeToken?: string }): void
}

/**
 * From outside into a room: registers, creates the room when none is named, and joins it. `onCall` gets the call before it
 * joins, so that no event is missed. After a failure nothing is left running.
 */
export function enterRoom(
  wish: Identity & { server: string; roomId?: string; title?: string; capacity?: number; group?: boolean },
  terms: { media: LocalMedia; memory?: Memory; onFrame?: (frame: Frame) => void; onCall?: (call: Call) => void; signal?: AbortSignal },
): Promise<{ session: Session; call: Call }>

// What calls are made of

/** A connection between two browsers, by perfect negotiation. */
export class Peer extends Emitter<{ tracks: Tracks; state: RTCPeerConnectionState }> {
  constructor(terms: {
    userId: string
    /** The side that withdraws its own offer when two collide. */
    polite: boolean
    send: (op: 'sdp' | 'candidate', fields: object) => void
    tracks: Tracks
    iceServers?: RTCIceServer[]
  })
  readonly id: string
  readonly remoteId: string | null
  readonly state: RTCPeerConnectionState
  readonly hasAnswered: boolean
  start(): void
  setTracks(tracks: Tracks): void
  receiveDescription(message: object): Promise<void>
  receiveCandidates(candidates: RTCIceCandidateInit[]): Promise<void>
  resume(): void
  close(): void
}

/** One Peer to every other member of a room. */
export class Mesh extends Emitter<{ tracks: CallEvents['tracks']; state: CallEvents['state']; speaking: CallEvents['speaking']; quality: CallEvents['quality']; unknownPeer: string }> implements Transport {
  constructor(terms: { selfId: string; send: (op: 'sdp' | 'candidate', fields: object) => void; iceServers?: RTCIceServer[]; createPeer?: (terms: ConstructorParameters<typeof Peer>[0]) => Peer })
  readonly ownState: undefined
  stateOf(userId: string): string
  tracksOf(userId: string): Tracks
  qualityOf(userId: string): undefined
  setTracks(tracks: Tracks): void
  add(userId: string, how: { offering: boolean }): void
  remove(userId: string): void
  receive(message: object): Promise<void>
  resume(): void
  close(): void
}

/** One connection to the LiveKit server of a group room. */
export class Conference extends Emitter<{ tracks: CallEvents['tracks']; state: CallEvents['state']; speaking: CallEvents['speaking']; quality: CallEvents['quality']; muted: null; refused: MoimError; dismissed: 'kicked' | 'destroyed' | 'replaced' }> implements Transport {
  /** Loads LiveKit's client. */
  static open(pass: Pass | null, options?: Options): Promise<Conference>
  readonly ownState: string
  readonly people: Member[]
  start(): void
  renew(pass?: Pass): void
  isSpeaking(userId: string): boolean
  stateOf(userId: string): string
  tracksOf(userId: string): Tracks
  qualityOf(userId: string): string | undefined
  setTracks(tracks: Tracks): void | Promise<void>
  add(userId: string): void
  remove(userId: string): void
  receive(): void
  resume(): void
  close(): void
}

/** What lets somebody into a media server. */
export interface Pass {
  url: string
  token: string
}

// Group rooms over HTTP

export interface GroupRoom {
  roomId: string
  roomTopic: string
  roomTitle: string
  description: string
  maxParticipants: number
  createdBy?: string
  createdAt?: string
}

export class RoomClient {
  /** `token` of a person, `licenseToken` of a license; without either the deployment's default license is meant, where it has one. */
  constructor(terms: { server: string; token?: Given<string>; licenseToken?: Given<string>; fetch?: Fetch })
  /** Opens a room and lets its creator in. */
  create(terms: { userName: string; roomTitle?: string; roomTopic?: string; description?: string; maxParticipants?: number }, options?: Options): Promise<GroupRoom & Pass>
  join(roomId: string, userName: string, options?: Options): Promise<Pass & { roomId: string }>
  show(roomId: string, options?: Options): Promise<GroupRoom>
  list(query?: { all?: boolean }, options?: Options): Promise<GroupRoom[]>
  remove(roomId: string, options?: Options): Promise<{ message: string; roomId: string }>
}

/** A value, or how to get it. */
export type Given<T> = T | (() => T | Promise<T>)

/** Being in a group room with nothing but a pass. */
export class RoomCall extends LiveCall {
  constructor(terms: { media: LocalMedia })
  readonly room: Members
  join(pass: Pass, options?: Options): Promise<void>
}

// Studies

/** Who somebody is to the studies: an access token, and how to get another. */
export interface TokenHolder {
  token: string | null
  renew(): Promise<boolean>
}

export interface Study {
  id: string
  name: string
  role: 'OWNER' | 'ADMIN' | 'MEMBER'
  status: 'ACTIVE' | 'INVITED' | 'LEFT'
  [field: string]: any
}

export interface StudySession {
  id: string
  roomId: string
  [field: string]: any
}

export class StudyClient {
  constructor(terms: { server: string; identity: TokenHolder; onFrame?: (frame: Frame) => void; fetch?: Fetch })
  studies(options?: Options): Promise<Study[]>
  create(name: string, timeZone?: string, options?: Options): Promise<Study>
  addMember(studyId: string, userId: string, terms?: { role?: string; status?: string }, options?: Options): Promise<Document>
  changeMember(studyId: string, userId: string, change: { role?: string; status?: string }, options?: Options): Promise<Document>
  status(studyId: string, options?: Options): Promise<StudySession | null>
  start(studyId: string, options?: Options): Promise<StudySession>
  join(studyId: string, sessionId: string, options?: Options): Promise<{ media: Pass | null; [field: string]: any }>
  leave(studyId: string, sessionId: string, options?: Options): Promise<unknown>
  history(studyId: string, query?: { page?: number; limit?: number; startDate?: string; endDate?: string }, options?: Options): Promise<{ sessions: any[]; pagination: { page: number; limit: number; total: number; totalPages: number } }>
  session(studyId: string, sessionId: string, options?: Options): Promise<Document>
  stats(studyId: string, period: string, options?: Options): Promise<Document>
  userStats(studyId: string, userId: string, options?: Options): Promise<Document>
}

/** The study socket, by the official Socket.IO client. */
export class StudySocket extends Emitter<{ state: SocketState; event: { name: string; payload: any }; frame: Frame; returned: { recovered: boolean }; ended: MoimError }> {
  /** Loads the client, and begins to connect. `url` is the server's, or the socket's own. */
  static open(terms: { url: string; identity: TokenHolder; signal?: AbortSignal }): Promise<StudySocket>
  readonly state: SocketState
  ready(options?: { withinMs?: number; signal?: AbortSignal }): Promise<void>
  request(event: string, payload: object, options?: ReplyOptions): Promise<any>
  send(event: string, payload: object): void
  giveUpSocket(): void
  hurry(): void
  stop(): void
}

/** Being in a study's call: from browser to browser for up to four, through a media server for more. */
export class StudyCall extends LiveCall {
  constructor(terms: { client: StudyClient; session: StudySocket; media: LocalMedia; study: { id: string; name: string }; self: { id: string; name: string } })
  readonly session: StudySocket
  readonly sessionId: string
  readonly room: Members & { readonly roomId: string; readonly title: string; readonly share: Share }
  /** Starts the study's call, or joins the one that is. After a failure the call is of no more use: `abandon` it. */
  join(options?: Options): Promise<void>
  /** To everybody in the call. */
  chat(message: string, target?: undefined, options?: Options): Promise<unknown>
}

// A tenant's own server

export class LicenseClient {
  constructor(terms: { server: string; accessKey: string; secretKey: string; fetch?: Fetch; now?: () => number })
  /** Rejects with the Refusal 401 for keys that are not accepted. */
  signIn(options?: Options): Promise<void>
  /** The license's token, fresh for another minute at least. */
  token(options?: Options): Promise<string>
  info(options?: Options): Promise<{ domain: string; roomLimit: number; [field: string]: any }>
  /** Every open room of the license, newest first. */
  sessions(options?: Options): Promise<any[]>
  /** Rooms between two moments (epoch milliseconds), with the seconds they were open then, and what happened in their whole lives. */
  usage(from: number, to: number, options?: Options): Promise<{ roomName: string; sessionTimeSecond: number; createdAt: string; joins: number; peak: number; messages: number }[]>
  /** Any route under the license's token: what the server answered. */
  ask(op: string, path: string, options?: Options & { method?: string; body?: unknown }): Promise<any>
}

/** Where a license's servers are told what happens in its rooms. */
export class WebhookClient {
  constructor(license: LicenseClient)
  list(options?: Options): Promise<any[]>
  /** The answer has the secret that signs what is sent there. */
  create(webhook: { url: string; events?: string[]; [field: string]: unknown }, options?: Options): Promise<any>
  change(id: string, change: Record<string, unknown>, options?: Options): Promise<any>
  remove(id: string, options?: Options): Promise<any>
  test(id: string, options?: Options): Promise<any>
  /** The newest twenty. */
  deliveries(id: string, options?: Options): Promise<any[]>
  redeliver(id: string, delivery: string, options?: Options): Promise<any>
}

// Accounts, meetings, chat, notifications

export interface KeyValues {
  get(key: string, fallback?: any): any
  set(key: string, value: unknown): void
}

/** The account of this browser: its access token, renewed by a cookie. */
export class Account {
  constructor(terms: { server: string | undefined; tab?: KeyValues; device?: KeyValues })
  readonly server: string
  readonly token: string
  keep(token: string): void
  forget(): void
  /** A token that still holds for a moment; null when nobody is logged in. */
  open(options?: Options): Promise<string | null>
  renew(options?: Options & { fetch?: Fetch }): Promise<string | null>
}

export interface AccountTerms {
  account: Account
  server?: string
  fetch?: Fetch
}

/** What the account, meetings and chat APIs answer, as the document has it. */
export type Document = any

export class AccountClient {
  constructor(terms: AccountTerms)
  readonly account: Account
  readonly kakaoAddress: string
  signUp(person: { email: string; password: string; nickname: string; phone: string }, options?: Options): Promise<Document>
  verify(code: string, options?: Options): Promise<Document>
  logIn(credentials: { email: string; password: string }, options?: Options): Promise<void>
  logInWithKakao(code: string, options?: Options): Promise<void>
  sendPasswordLink(email: string, options?: Options): Promise<Document>
  changePassword(token: string, newPassword: string, options?: Options): Promise<Document>
  me(options?: Options): Promise<Document>
  createProfile(profile: object, picture?: File, options?: Options): Promise<Document>
  changeMe(change: object, picture?: File, options?: Options): Promise<Document>
  exportMe(options?: Options): Promise<Document>
  logOut(options?: Options): Promise<void>
  remove(options?: Options): Promise<void>
}

export interface Place {
  latitude: number
  longitude: number
}

export class MeetingClient {
  constructor(terms: AccountTerms)
  find(wish: { here?: Place; text?: { type: string; keyword: string }; categories?: string[]; cursor?: Document }, options?: Options): Promise<{ meetings: Document[]; cursor: Document | null; [field: string]: any }>
  read(id: number | string, options?: Options): Promise<Document>
  create(values: object, picture?: File, options?: Options): Promise<Document>
  complete(id: number | string, options?: Options): Promise<Document>
  remove(id: number | string, options?: Options): Promise<Document>
  participants(id: number | string, options?: Options): Promise<Document[]>
  made(options?: Options): Promise<Document[]>
  applied(options?: Options): Promise<Document[]>
  apply(meetingId: number | string, options?: Options): Promise<Document>
  approve(participationId: number | string, options?: Options): Promise<Document>
  reject(participationId: number | string, options?: Options): Promise<Document>
  withdraw(participationId: number | string, options?: Options): Promise<Document>
  removeMember(meetingId: number | string, userId: number | string, options?: Options): Promise<Document>
}

export interface ChatMessage {
  id: string
  author: { id: string; name: string; picture?: string }
  text: string
  at: Date
  /** What the room says itself: who came, who went. */
  isNotice: boolean
}

/** How many messages one answer has. */
export const PAGE: number

export class ChatClient {
  constructor(terms: AccountTerms)
  rooms(options?: Options): Promise<Document[]>
  room(id: number | string, options?: Options): Promise<Document>
  participants(id: number | string, options?: Options): Promise<Document[]>
  enter(id: number | string, options?: Options): Promise<ChatMessage[]>
  before(id: number | string, message: ChatMessage, options?: Options): Promise<ChatMessage[]>
  after(id: number | string, from: string, options?: Options): Promise<ChatMessage[]>
  read(id: number | string, options?: Options): Promise<Document>
  leave(id: number | string, options?: Options): Promise<Document>
  putOut(id: number | string, userId: number | string, options?: Options): Promise<Document>
}

export interface Said {
  clientId: string
  roomId: string
  text: string
}

/** The chat socket, by @stomp/stompjs. What is said waits for a socket, and is said once. */
export class ChatSocket extends Emitter<{ state: SocketState; message: { roomId: string; message: ChatMessage }; notification: Document; refused: { refusal: Refusal; said?: Said }; gone: string }> {
  /** Loads the client, and begins to connect. */
  static open(terms: { account: Account; url?: string; signal?: AbortSignal }): Promise<ChatSocket>
  readonly state: SocketState
  readonly outbox: Emitter<{ changed: null }> & { readonly waiting: Said[] }
  listen(roomId: string, since?: string): void
  silence(): void
  say(roomId: string, text: string): void
  giveUpSocket(): void
  stop(): void
}

/** A room's messages: in their order, each once, and where that begins which its reader has missed. */
export class Conversation extends Emitter<{ added: { message: ChatMessage; next?: ChatMessage }; missed: ChatMessage }> {
  constructor(terms: { me: string })
  readonly messages: ChatMessage[]
  readonly missed: ChatMessage | null
  readonly first: ChatMessage
  readonly since: string | undefined
  open(page: ChatMessage[], unread: number, hasEarlier?: boolean): void
  before(page: ChatMessage[], hasEarlier?: boolean): void
  add(messages: ChatMessage[]): void
  watch(watching: boolean): void
}

export interface Notification {
  id: string
  content: string
  notificationType: string
}

/** What somebody is told, the latest first; new ones come by themselves while the page is looked at. */
export class Notifications extends Emitter<{ changed: null; news: Notification }> {
  constructor(terms: { account: Account; server?: string; page?: globalThis.Document; EventSource?: typeof globalThis.EventSource; backoff?: Backoff })
  readonly all: Notification[]
  start(): void
  stop(): void
  load(options?: Options): Promise<void>
  hear(notification: Notification): void
  remove(id: string, options?: Options): Promise<void>
  removeAll(options?: Options): Promise<void>
}

// Around all of these

/** Packages that only some calls need, fetched when the first of them does; whoever bundles says where they are. */
export const packages: {
  livekit: () => Promise<any>
  socketIo: () => Promise<any>
  stomp: () => Promise<any>
}

/** What a token says. Reading is not believing. */
export function claims(token: string): any

/** JSON values in web storage; without storage only the memory is lost. */
export class Storage implements KeyValues {
  constructor(area: () => globalThis.Storage, prefix?: string)
  get(key: string, fallback?: any): any
  set(key: string, value: unknown): void
}

export const tabStorage: Storage
export const deviceStorage: Storage

/** What `./moim up` hands out on its own machine; null everywhere else. */
export function trialLicense(options?: Options & { server?: string }): Promise<{ cpCode: string; authKey: string; accessKey: string; secretKey: string } | null>
/** An access token of whoever we say we are, from `./moim up`. */
export function accessToken(person: { id: string; name: string }, options?: Options & { server?: string }): Promise<{ accessToken: string } | null>
/** The mails to an address, newest first, that `./moim up` kept. */
export function mailTo(address: string, options?: Options & { server?: string }): Promise<{ subject: string; text: string }[] | null>
