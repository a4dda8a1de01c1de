import { ChatClient, ChatSocket, claims } from '../../sdk/moim.js';
import { account } from '../shared/account.js';
import { byId, el } from '../shared/dom.js';
import { fragment, setFragment } from '../shared/fragment.js';
import { Poller } from '../shared/poller.js';
import { refusalPhrase } from '../shared/refusal.js';
import { Bell } from '../notifications/bell.js';
import { Notices } from '../widgets/notices.js';
import { showConnection, startTopbar } from '../widgets/topbar.js';
import { RoomList } from './room-list.js';
import { RoomView } from './room-view.js';

const notices = new Notices(byId('notices'));
const act = (work) => notices.act(work);
const client = new ChatClient({ account });
const bell = new Bell({ account, notices });
const list = new RoomList();
const place = el('div', { class: 'chat-place' });
const poller = new Poller({ work: load });
let rooms = [];
let socket = null;
/** The room that is looked at, if any, and the id that the address names. */
let view = null;
let shown = null;

startTopbar('chat');
begin();

/** Whoever is logged in on the page of accounts is so here. */
async function begin() {
  if (!(await account.open())) return showStranger();
  byId('main').replaceChildren(el('div', { class: 'chat' }, list.element, place));
  bell.open();
  return act(async () => {
    socket = await ChatSocket.open({ account });
    listen();
    await load();
    poller.on('failed', ({ refusal }) => refusal.code === 'AUTH_ERROR' && showStranger());
    poller.start();
    addEventListener('hashchange', () => route());
    route();
  });
}

function listen() {
  showConnection(socket);
  socket.on('notification', (one) => bell.hear(one));
  socket.on('refused', ({ refusal }) => notices.warn(refusalPhrase(refusal)));
  socket.on('state', (state) => state === 'ended' && showStranger());
  // The socket cannot survive this, but would look open for minutes.
  addEventListener('offline', () => socket.giveUpSocket());
}

function showStranger() {
  poller.stop();
  bell.close();
  const logIn = el('a', { class: 'button button-primary', href: 'accounts.html', say: 'talk.logIn' });
  byId('main').replaceChildren(el('div', { class: 'narrow' }, el('h1', { say: 'talk.title' }), el('p', { class: 'soft', say: 'talk.lead' }), logIn));
}

/** Somebody who is put out of a room is told so by its being listed no more, and somebody let in by its being listed. */
async function load() {
  rooms = await client.rooms();
  if (view && !known(view.id)) leave();
  else if (!view && shown && known(shown)) route(true);
  list.show(rooms, view?.id);
}

const known = (id) => rooms.find(({ roomId }) => String(roomId) === id);

function route(anew = false) {
  const id = fragment('room');
  if (id === shown && anew !== true) return;
  shown = id;
  view?.close().then(() => poller.hurry());
  const room = known(id);
  const last = view && known(view.id);
  view = room ? new RoomView({ client, socket, act, me: claims(account.token).sub, room, onGone: leave }) : null;
  // Until the list is asked for again, it must not count what has been seen.
  for (const seen of [room, last]) if (seen) seen.unreadMessagesCount = 0;
  place.replaceChildren(view ? view.element : nothing(id));
  document.querySelector('.chat').classList.toggle('chat-open', Boolean(view));
  list.show(rooms, view?.id);
  view?.open();
}

const nothing = (id) => el('p', { class: 'empty soft', say: id ? 'talk.notYours' : 'talk.choose' });

function leave() {
  notices.tell('talk.gone');
  setFragment({});
  route();
}
