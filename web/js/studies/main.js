import { LocalMedia, StudyClient, StudySocket, tabStorage } from '../../sdk/moim.js';
import { account } from '../shared/account.js';
import { byId } from '../shared/dom.js';
import { fragment, setFragment } from '../shared/fragment.js';
import { refusalPhrase } from '../shared/refusal.js';
import { Bell } from '../notifications/bell.js';
import { Notices } from '../widgets/notices.js';
import { CallView } from '../call-view/call-view.js';
import { FrameLog } from '../call-view/frame-log.js';
import { startTopbar, showConnection } from '../widgets/topbar.js';
import { enterStudyCall } from './enter-study-call.js';
import { Identity } from './identity.js';
import { StudyList } from './study-list.js';
import { StudyView } from './study-view.js';
import { HERE, WhoAreYou } from './who-are-you.js';

const KEPT = 'person';
const notices = new Notices(byId('notices'));
const frames = new FrameLog();
const media = new LocalMedia();
/** {client, identity, socketUrl}, once somebody has said who they are. */
let visit = null;

startTopbar('studies');
begin();

/** After a reload the tab is still the same person; else whoever is logged in to an account enters as that. */
async function begin() {
  const who = showWho();
  if (await account.open()) new Bell({ account, notices }).open();
  const kept = tabStorage.get(KEPT);
  const identity = kept ? new Identity(kept.identity) : await Identity.ofAccount();
  if (identity) await enter(identity, kept?.servers ?? HERE).catch((refusal) => who.explain(refusalPhrase(refusal)));
}

function showWho() {
  const who = new WhoAreYou({ enter });
  show(who.element);
  who.open();
  return who;
}

/** Rejects with the Refusal, which the form explains. */
async function enter(identity, servers) {
  const client = new StudyClient({ server: servers.server, identity, onFrame: (frame) => frames.add(frame) });
  const studies = await client.studies();
  tabStorage.set(KEPT, { identity, servers });
  visit = { client, identity, socketUrl: servers.socket };
  const linked = fragment('study');
  const study = studies.find(({ id, status }) => id === linked && status !== 'INVITED');
  if (study) return openStudy(study);
  if (linked) notices.warn('studies.notYours', { id: identity.id });
  return showList();
}

function showList() {
  setFragment({});
  const onSwitch = () => {
    tabStorage.set(KEPT, null);
    showWho();
  };
  const list = new StudyList({ ...visit, act, open: (study) => act(() => openStudy(study)), onSwitch });
  show(list.element);
  return act(() => list.load());
}

async function openStudy(study) {
  const { client, identity, socketUrl } = visit;
  if (study.status === 'INVITED') await client.changeMember(study.id, identity.id, { status: 'ACTIVE' });
  setFragment({ study: study.id });
  let session = null;
  await act(async () => { session = await StudySocket.open({ url: socketUrl, identity }); });
  session?.on('frame', (frame) => frames.add(frame));
  showStudy(study, session);
}

function showStudy(study, session) {
  const { client, identity } = visit;
  const onBack = () => {
    view.close();
    session?.stop();
    showList();
  };
  const onEnter = (wish) => act(async () => {
    view.callCard.busy(true);
    const entering = enterStudyCall({ client, session, media, study, self: identity, wish, notices });
    const call = await entering.finally(() => view.callCard.busy(false));
    view.close();
    showCall({ call, study, session });
  });
  const view = new StudyView({ client, session, study, self: identity, act, onBack, onEnter });
  show(view.element);
  view.open();
}

function showCall({ call, study, session }) {
  showConnection(session);
  const page = new CallView({ session, call, media, notices, frames });
  const { title } = document;
  show(page.element);
  document.title = `${study.name} · Moim`;
  call.on('ended', ({ reason, refusal }) => {
    page.close();
    media.close();
    showConnection(null);
    document.title = title;
    if (refusal) notices.warn(refusalPhrase(refusal));
    else notices.tell(`ended.${reason}`);
    showStudy(study, session);
  });
}

/** Runs what somebody asked for, and tells what became of it. */
async function act(work, done) {
  try {
    await work();
    if (done) notices.tell(...done);
  } catch (refusal) {
    if (!refusal.code) console.error(refusal);
    notices.warn(refusalPhrase(refusal));
  }
}

function show(element) {
  byId('main').replaceChildren(element);
  byId('main').focus();
}
