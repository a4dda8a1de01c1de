import { el } from '../shared/dom.js';
import { refusalPhrase } from '../shared/refusal.js';
import { devicesDialog } from '../widgets/devices-dialog.js';
import { Board } from './board.js';
import { ChatPanel } from './chat-panel.js';
import { Controls } from './controls.js';
import { leaveDialog, roomDialog } from './call-dialogs.js';
import { FramesPanel } from './frames-panel.js';
import { PeoplePanel } from './people-panel.js';
import { RoomHeading } from './room-heading.js';
import { SidePanel } from './side-panel.js';
import { Stage } from './stage.js';
import { watchNetwork } from './watch-network.js';
/** @import { LocalMedia } from '../../sdk/moim.js' */

/** The page during a call: puts the parts together and turns presses into operations. See call-contract.js for what it shows. */
export class CallView {
  #offs = [];
  #dialog = null;

  /**
   * `session` is a CallSession, `call` a ViewedCall.
   * @param {{session: any, call: any, media: LocalMedia, notices: any, frames: any}} parts
   */
  constructor({ session, call, media, notices, frames }) {
    this.session = session;
    this.call = call;
    this.media = media;
    this.notices = notices;
    this.board = call.room.can.board ? new Board({ call }) : null;
    this.heading = new RoomHeading({ room: call.room, notices });
    this.stage = new Stage({ call, media, board: this.board, copyLink: () => this.heading.copyLink() });
    this.frames = new FramesPanel(frames);
    this.panels = this.#buildPanels();
    this.controls = this.#buildControls();
    this.element = el('div', { class: 'call' }, this.stage.element, this.controls.element, this.panels.element);
    this.#listen();
    this.panels.restore();
    this.controls.show();
    this.stage.show();
  }

  close() {
    this.#dialog?.close();
    this.#offs.forEach((off) => off());
    this.stage.off();
    this.frames.close();
  }

  #buildPanels() {
    const { call } = this;
    const people = new PeoplePanel({ call, act: (work, done) => this.#act(work, done), editRoom: () => this.#editRoom() });
    const chat = new ChatPanel({ call, onRefused: (refusal) => this.#refused(refusal), onUnread: (count) => this.controls.showUnread(count) });
    return new SidePanel({ people, chat, frames: this.frames }, { onChange: (name) => this.controls.showPanel(name) });
  }

  #buildControls() {
    const { call, media } = this;
    return new Controls({
      call,
      media,
      panelNames: ['people', 'chat', 'frames'],
      onMic: (on) => media.setMic(on).then(() => call.tellMedia()),
      onCam: (on) => media.setCam(on).then(() => call.tellMedia()),
      onScreen: () => this.#act(() => (this.#shares('screen') ? call.stopShare() : call.shareScreen())),
      onBoard: () => this.#act(() => (this.#shares('whiteboard') ? call.stopShare() : call.openBoard())),
      onDevices: () => { this.#dialog = devicesDialog({ media }); },
      onPanel: (name) => this.panels.toggle(name),
      onLeave: () => this.#leave(),
    });
  }

  #listen() {
    const { call, session, media, notices } = this;
    const { room } = call;
    let host = room.host;
    this.#offs = [
      media.on('changed', () => this.controls.show()),
      room.on('changed', () => {
        this.controls.show();
        if (room.host !== host) this.#tellHost();
        host = room.host;
      }),
      room.on('joined', ({ id, name }) => notices.tell('call.joined', { name: name || id })),
      room.on('left', ({ id, name }) => notices.tell('call.left', { name: name || id })),
      call.on('muted', () => notices.tell('call.muted')),
      call.on('refused', (refusal) => this.#refused(refusal)),
      session.on('state', (state) => state === 'away' && notices.warn('away.note')),
      session.on('returned', ({ recovered }) => notices.tell(recovered ? 'away.back' : 'away.backPartly')),
      watchNetwork({ session, call }),
    ];
  }

  #shares(type) {
    const { share, selfId } = this.call.room;
    return share.type === type && share.user === selfId;
  }

  async #act(work, done) {
    try {
      await work();
      if (done) this.notices.tell(...done);
    } catch (refusal) {
      this.#refused(refusal);
    }
  }

  #refused(refusal) {
    // Closing the browser's own screen picker is an answer, not a failure.
    if (refusal.name === 'NotAllowedError') return;
    if (refusal.code) this.notices.warn(refusalPhrase(refusal));
    else console.error(refusal);
  }

  #tellHost() {
    const { room } = this.call;
    if (room.isHost) this.notices.tell('call.youHost');
    else this.notices.tell('call.newHost', { name: room.nameOf(room.host) });
  }

  #leave() {
    const { call } = this;
    this.#dialog = leaveDialog({ room: call.room, onLeave: () => call.leave(), onDestroy: () => this.#act(() => call.destroy()) });
  }

  #editRoom() {
    const { call } = this;
    this.#dialog = roomDialog({ room: call.room, onSave: (facts) => this.#act(() => call.edit(facts), ['room.saved']) });
  }
}
