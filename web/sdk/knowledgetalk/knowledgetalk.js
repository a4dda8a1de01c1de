import { Session } from '../calls/session.js';
import { answer, isOk, named, OK } from './answers.js';
import { Drawing } from './drawing.js';
import { Presence } from './presence.js';
import { server } from './server.js';
import { slotsOf, Stay } from './stay.js';

const ROOM = ['roomId', 'title', 'capacity', 'destroy', 'talkingNoty'];
const done = { code: OK, message: 'OK' };
const notHere = { code: '412', message: 'not in a room' };

/**
 * The browser SDK of KnowledgeTalk by its public surface, so that pages made for it run unchanged. Codes are texts, and what
 * the server refuses resolves like everything else. Event: `presence`, whose `detail` is as the calls API sends it, and
 * `subscribed` and `publish` for media that has arrived.
 */
export class Knowledgetalk extends EventTarget {
  #session = null;
  #name = '';
  #stay = null;
  #own = {};
  #drawing = null;
  #presence = new Presence((detail) => this.dispatchEvent(new CustomEvent('presence', { detail })));

  async init(cpCode, authKey, userId, name, device, forced) {
    this.disconnect();
    const session = new Session({ url: server });
    session.on('message', (message) => this.#route(message));
    session.on('returned', () => this.#stay?.resume());
    const identity = named(['cpCode', 'authKey', 'userId', 'name', 'device', 'forced'], [cpCode, authKey, userId, name, device, forced]);
    const reply = await answer(() => session.start(identity));
    if (!isOk(reply)) return reply;
    this.#session = session;
    this.#name = name ?? '';
    return reply;
  }

  disconnect() {
    this.#end();
    this.#session?.stop();
    this.#session = null;
  }

  getUserId() { return this.#session?.userId; }
  getRoomId() { return this.#stay?.roomId; }
  getSocket() { return this.#session?.signalling; }
  getName() { return this.#stay?.room.self?.name || this.#name; }
  isMedia() { return this.#stay?.isGroup ?? false; }
  getShareType() { return this.#stay?.room.share.type ?? ''; }
  getPeer(userId) { return this.getAllPeers()[userId]; }
  getAllPeers() { return this.#stay?.media?.connections ?? {}; }
  getAllStreams() { return this.#stay?.streams.all ?? {}; }

  /** Of a user's camera, of our own, or of the `screen` that is shown. */
  getStream(userId) {
    if (userId === 'screen') return this.#stay?.screen ?? this.#own.screen;
    if (userId === this.getUserId()) return this.#own.cam;
    return this.#stay?.streams.get(userId, 'cam');
  }

  createRoom(...args) { return this.#create('createRoom', args); }
  createVideoRoom(...args) { return this.#create('createVideoRoom', args); }

  async joinRoom(roomId) {
    if (!this.#session) return { code: '410', message: 'not registered' };
    this.#end();
    const stay = new Stay({ session: this.#session, roomId, presence: this.#presence });
    this.#stay = stay;
    const reply = await stay.enter();
    if (!isOk(reply) && this.#stay === stay) this.#end();
    return reply;
  }

  async leaveRoom() {
    const reply = await this.#inRoom('leaveRoom');
    this.#end();
    return reply;
  }

  async destroyRoom(roomId = this.getRoomId()) {
    const ours = roomId === this.getRoomId();
    const reply = await this.#ask('destroyRoom', { roomId });
    if (isOk(reply) && ours) this.#end();
    return reply;
  }

  memberList(roomId = this.getRoomId()) { return this.#ask('memberList', { roomId }); }
  permit(target, permits) { return this.#inRoom('permit', { target, ...permits }); }
  kickOut(target) { return this.#inRoom('kickOut', { target }); }
  editRoomInfo(...args) { return this.#inRoom('editRoomInfo', named(['title', 'capacity', 'host'], args)); }
  editUserInfo(...args) { return this.#inRoom('editUserInfo', named(['name', 'video', 'audio', 'broadcast', 'target'], args)); }
  createGroup(...args) { return this.#inRoom('createGroup', Array.isArray(args[0]) ? { list: args[0], title: args[1] } : named(['list', 'title'], args)); }
  endGroup(groupId) { return this.#inRoom('endGroup', { groupId }); }
  inform(message, target) { return this.#inRoom('inform', { message, target }); }

  chat(message, roomId = this.getRoomId(), target = undefined) {
    return this.#ask('chat', named(['message', 'roomId', 'target'], [message, roomId, target]));
  }

  /** Offers our camera, or a screen, to one user; whoever is called answers by itself. */
  async publishP2P(target, type, stream) {
    if (!this.#stay?.media || this.#stay.isGroup || !target) return false;
    return this.#publish(type, stream, target);
  }

  /** Sends to everybody, through the media server. */
  async publishVideo(type, stream) {
    return this.#stay?.isGroup ? this.#publish(type, stream) : false;
  }

  async subscribeVideo(userId, type = 'cam') {
    return (await this.#stay?.streamOf(userId, type)) ?? false;
  }

  removePeer(userId) { this.#stay?.drop(userId); }

  removeLocalPeer() {
    this.#own.cam = undefined;
    this.#stay?.media?.change({ mic: null, cam: null });
  }

  changeLocalStream(stream, type = 'cam') {
    this.#own[type] = stream;
    this.#stay?.media?.change(slotsOf(type, stream));
  }

  /** Between browsers once for each user who is to see it: the room is asked the first time only. */
  async screenStart(stream, target, canvas) {
    const reply = this.#sharesScreen ? done : await this.#share('screen');
    if (!isOk(reply)) return reply;
    await this.#publish('screen', stream, target);
    if (canvas) this.drawingInit(canvas);
    return reply;
  }

  whiteBoardStart() { return this.#share('whiteboard'); }
  documentStart() { return this.#share('document'); }
  documentShare(img) { return this.#inRoom('documentShare', { img }); }

  /** Nothing shared is no mistake. */
  async shareStop() {
    const stay = this.#stay;
    if (!stay?.isSharing) return done;
    this.#own.screen = undefined;
    stay.media.change({ screen: null });
    stay.room.setShare({});
    return stay.ask('shareStop');
  }

  canvasInit(canvas) {
    this.#drawing?.stop();
    const element = typeof canvas === 'string' ? document.getElementById(canvas) : canvas;
    this.#drawing = new Drawing(element, (stroke) => this.#stay && this.#session.send('drawing', { roomId: this.getRoomId(), ...stroke }));
  }

  drawingInit(canvas) {
    if (canvas) this.canvasInit(canvas);
    this.#drawing?.start();
  }

  drawingStop() { this.#drawing?.stop(); }
  setTool(...args) { this.#drawing?.setTool(named(['tool', 'color', 'strokeWidth'], args)); }

  canvasClear() {
    this.#drawing?.clear();
    this.#drawing?.onStroke({ xy: { x: 0, y: 0 }, tool: 'clear' });
  }

  /** Who has the canvas answers with a picture of it, which is drawn on ours. */
  reqCanvasImage(target = this.#stay?.room.share.user) { return this.#inRoom('reqCanvasImage', { target }); }

  get #sharesScreen() {
    return this.#stay?.isSharing && this.getShareType() === 'screen';
  }

  #create(op, args) {
    return this.#ask(op, { destroy: true, ...named(ROOM, args) });
  }

  #ask(op, fields) {
    if (!this.#session) return Promise.resolve({ eventOp: op, code: '410', message: 'not registered' });
    return answer(() => this.#session.request(op, fields));
  }

  async #inRoom(op, fields) {
    return this.#stay ? this.#stay.ask(op, fields) : { eventOp: op, ...notHere };
  }

  async #share(type) {
    const stay = this.#stay;
    const reply = await this.#inRoom(type);
    if (isOk(reply)) stay.room.setShare({ type, user: stay.room.selfId });
    return reply;
  }

  async #publish(type, stream, target) {
    const published = await this.#stay.publish(type, stream, target);
    if (published) this.#own[type] = stream;
    return published;
  }

  #end() {
    this.#stay?.close();
    this.#stay = null;
    this.#own = {};
  }

  #route(message) {
    const { eventOp, type, code } = message;
    if (code !== undefined) return;
    if (eventOp === 'drawing') this.#drawing?.show(message);
    else if (this.#stay) this.#stay.route(message);
    else if (eventOp === 'presence') this.#presence.tell(message);
    if (type === 'reqCanvasImage') this.#sendPicture(message.sender);
    if (type === 'updateImage') this.#drawing?.paint(message.img);
  }

  #sendPicture(target) {
    const img = this.#drawing?.picture();
    if (img) this.#inRoom('updateImage', { target, img });
  }
}
