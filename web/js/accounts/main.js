import { AccountClient, claims } from '../../sdk/moim.js';
import { account } from '../shared/account.js';
import { byId } from '../shared/dom.js';
import { refusalPhrase } from '../shared/refusal.js';
import { Bell } from '../notifications/bell.js';
import { Notices } from '../widgets/notices.js';
import { startTopbar } from '../widgets/topbar.js';
import { AccountView } from './account-view.js';
import { changePassword, forgotPassword, logIn, signUp, verify } from './forms.js';

const client = new AccountClient({ account });
const notices = new Notices(byId('notices'));
const bell = new Bell({ account, notices });

const actions = { client, show, showLogIn, showSignUp, showForgotten, showVerify, showAccount, notices };

startTopbar('accounts');
begin();

/** Somebody with the link of a mail, somebody who comes from Kakao, somebody who is logged in, or a stranger. */
async function begin() {
  const [token, code, error] = ['token', 'code', 'error'].map((name) => new URLSearchParams(location.search).get(name));
  // The link is worth a password, and the code a login: they should not stay in the history.
  history.replaceState(null, '', location.pathname);
  if (token) return show(changePassword(actions, token));
  if (code) return fromKakao(code);
  if (error) return stayOut(error === 'access_denied' ? 'accounts.kakaoDenied' : 'accounts.kakaoFailed');
  return (await account.open()) ? showAccount() : showLogIn();
}

async function fromKakao(code) {
  try {
    await client.logInWithKakao(code);
  } catch (refusal) {
    if (!refusal.code) console.error(refusal);
    return stayOut(refusalPhrase(refusal));
  }
  return showAccount();
}

function stayOut(phrase) {
  showLogIn();
  notices.warn(phrase);
}

function showLogIn() {
  bell.close();
  show(logIn(actions));
}

function showSignUp() {
  show(signUp(actions));
}

function showForgotten() {
  show(forgotPassword(actions));
}

function showVerify(email) {
  show(verify(actions, email));
}

async function showAccount() {
  try {
    show(new AccountView({ ...actions, me: await client.me() }));
    bell.open();
  } catch (refusal) {
    if (refusal.code === 'PROFILE_REQUIRED') return show(new AccountView({ ...actions, me: newcomer() }));
    if (!refusal.code) console.error(refusal);
    showLogIn();
    notices.warn(refusalPhrase(refusal));
  }
  return undefined;
}

/** Before there is a profile only the token says who somebody is. */
function newcomer() {
  const { sub, name, email } = claims(account.token);
  return { userId: sub, nickname: name, email };
}

function show(view) {
  byId('main').replaceChildren(view.element);
  byId('main').focus();
  view.open?.();
}
