import { claims, MeetingClient } from '../../sdk/moim.js';
import { account } from '../shared/account.js';
import { byId } from '../shared/dom.js';
import { fragment } from '../shared/fragment.js';
import { Bell } from '../notifications/bell.js';
import { Notices } from '../widgets/notices.js';
import { startTopbar } from '../widgets/topbar.js';
import { LookAround } from './look-around.js';
import { MakeMeeting } from './make-meeting.js';
import { MeetingView } from './meeting-view.js';
import { MyMeetings } from './my-meetings.js';

const notices = new Notices(byId('notices'));
const act = (work) => notices.act(work);
const client = new MeetingClient({ account });
const tools = { client, notices, act };
/** Kept while the page is open: whoever comes back from a meeting finds what they looked for. */
const around = new LookAround(tools);

startTopbar('meetings');
addEventListener('hashchange', route);
begin();

/** Whoever is logged in on the page of accounts is so here. */
async function begin() {
  if (await account.open()) new Bell({ account, notices }).open();
  route();
}

function route() {
  const id = fragment('meeting');
  if (id) return show(new MeetingView({ ...tools, id, me: account.token ? claims(account.token).sub : null }));
  if (location.hash === '#new') return show(new MakeMeeting(tools));
  if (location.hash === '#mine') return show(new MyMeetings(tools));
  return show(around);
}

function show(view) {
  byId('main').replaceChildren(view.element);
  byId('main').focus();
  view.open();
}
