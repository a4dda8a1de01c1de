import { enterRoom, LocalMedia } from '../../sdk/moim.js';
import { byId } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { refusalPhrase } from '../shared/refusal.js';
import { Notices } from '../widgets/notices.js';
import { CallView } from '../call-view/call-view.js';
import { FrameLog } from '../call-view/frame-log.js';
import { startTopbar, showConnection } from '../widgets/topbar.js';
import { Lobby } from './lobby.js';
import { linkedRoom, linkRoom } from './room-link.js';

const main = byId('main');
const notices = new Notices(byId('notices'));
const frames = new FrameLog();
const media = new LocalMedia();

startTopbar('calls');
showLobby();

function showLobby(ended) {
  showConnection(null);
  const lobby = new Lobby({ media, roomId: linkedRoom(), enter });
  main.replaceChildren(lobby.element);
  lobby.open();
  if (ended) lobby.explain(ended);
}

/** Rejects with the Refusal, which the lobby explains. */
async function enter(wish) {
  const { session, call } = await enterRoom(wish, { media, onFrame: (frame) => frames.add(frame) });
  linkRoom(call.room.roomId);
  showConnection(session);
  const view = new CallView({ session, call, media, notices, frames });
  main.replaceChildren(view.element);
  document.title = `${call.room.title || t('call.untitled')} · Moim`;
  main.focus();
  call.on('ended', ({ reason, refusal }) => {
    view.close();
    document.title = 'Moim';
    showLobby(refusal ? refusalPhrase({ op: 'session', code: refusal.code }) : `ended.${reason}`);
  });
}
