import { el, icon } from '../shared/dom.js';
import { say } from '../shared/i18n.js';
import { Tile } from './tile.js';

/** Everybody's pictures, and what is being shared. */
export class Stage {
  #tiles = new Map();

  constructor({ call, media, board, copyLink }) {
    this.call = call;
    this.media = media;
    this.board = board;
    this.grid = el('div', { class: 'tiles' });
    this.alone = this.#aloneCard(copyLink);
    this.screen = el('video', { autoplay: true, playsInline: true, muted: true });
    this.caption = el('span', { class: 'name' });
    this.screenTile = el('article', { class: 'tile tile-screen' }, this.screen, el('p', { class: 'tile-label' }, icon('screen'), this.caption));
    this.shared = el('div', { class: 'shared', hidden: true });
    this.element = el('section', { class: 'stage' }, this.shared, this.grid);
    this.element.setAttribute('aria-labelledby', 'stage-name');
    this.element.prepend(el('h2', { class: 'visually-hidden', id: 'stage-name', say: 'call.stage' }));
    this.#listen();
  }

  show() {
    const { room } = this.call;
    for (const id of this.#tiles.keys()) if (!room.members.has(id)) this.#remove(id);
    for (const member of room.members.values()) this.#tile(member).show(member, { host: room.host, state: this.#stateOf(member) });
    this.alone.hidden = room.members.size > 1;
    const count = Math.max(2, this.#tiles.size);
    this.grid.dataset.count = count > 4 ? 'many' : count;
    this.#showShare();
  }

  #stateOf({ id }) {
    const { room, transport } = this.call;
    return id === room.selfId ? transport.ownState : transport.stateOf(id);
  }

  #listen() {
    const { room, transport } = this.call;
    room.on('changed', () => this.show());
    transport.on('state', () => this.show());
    transport.on('tracks', () => this.show());
    transport.on('speaking', ({ userId, speaking }) => this.#tiles.get(userId)?.speak(speaking));
    transport.on('quality', ({ userId, quality }) => this.#tiles.get(userId)?.rate(quality));
    this.off = this.media.on('changed', () => this.show());
  }

  #tile(member) {
    const self = member.id === this.call.room.selfId;
    if (!this.#tiles.has(member.id)) {
      const tile = new Tile({ member, self });
      this.#tiles.set(member.id, tile);
      tile.rate(this.call.transport.qualityOf(member.id));
      this.grid.append(tile.element);
      this.grid.append(this.alone);
    }
    const tile = this.#tiles.get(member.id);
    const tracks = self ? { cam: this.media.tracks.cam } : this.call.transport.tracksOf(member.id);
    tile.play(tracks.mic, tracks.cam);
    if (!self) tile.hearOn(this.media.chosen.speaker);
    return tile;
  }

  #remove(id) {
    this.#tiles.get(id).element.remove();
    this.#tiles.delete(id);
  }

  #showShare() {
    const { share } = this.call.room;
    const shows = { screen: () => this.#showScreen(share.user), whiteboard: () => this.board?.show(share.user) }[share.type];
    this.shared.hidden = !shows;
    this.element.classList.toggle('stage-shared', Boolean(shows));
    if (share.type !== 'screen') this.screen.srcObject = null;
    if (share.type !== 'whiteboard') this.board?.close();
    if (!shows) return;
    const content = share.type === 'screen' ? this.screenTile : this.board.element;
    if (this.shared.firstChild !== content) this.shared.replaceChildren(content);
    shows();
  }

  #showScreen(userId) {
    const { room } = this.call;
    const own = userId === room.selfId;
    const track = own ? this.media.tracks.screen : this.call.transport.tracksOf(userId).screen;
    if (track && this.screen.srcObject?.getTracks()[0] !== track) this.screen.srcObject = new MediaStream([track]);
    if (own) say(this.caption, 'call.youSharing');
    else say(this.caption, 'call.sharing', { name: room.nameOf(userId) });
  }

  #aloneCard(copyLink) {
    const copy = el('button', { class: 'button', type: 'button', on: { click: copyLink } }, icon('link'), el('span', { say: 'call.copyLink' }));
    return el('div', { class: 'alone' }, el('strong', { say: 'call.alone' }), el('p', { say: 'call.aloneHint' }), copy);
  }
}
