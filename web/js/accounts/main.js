import { byId } from '../shared/dom.js';
import { account } from '../shared/account.js';
import { fragment, setFragment } from '../shared/fragment.js';
import { refusalPhrase } from '../shared/refusal.js';
import { Notices } from '../widgets/notices.js';
import { startTopbar } from '../widgets/topbar.js';
import { AccountClient } from './account-client.js';
import { AccountView } from './account-view.js';
import { changePassword, forgotPassword, logIn, signUp, verify } from './forms.js';
import { finishKakao } from './kakao.js';

const client = new AccountClient({ account });
const notices = new Notices(byId('notices'));

const actions = { client, show, showLogIn, showSignUp, showForgotten, showVerify, showAccount, notices };

startTopbar('accounts');
begin();

/** A link from a mail, somebody who comes back from Kakao, somebody who is logged in, or a stranger. */
async function begin() {
  const token = fragment('password');
  setFragment({});
  if (token) return show(changePassword(actions, token));
  const refusal = await finishKakao(client);
  if (!refusal && await account.open()) return showAccount();
  showLogIn();
  if (refusal) notices.warn(refusalPhrase(refusal));
  return undefined;
}

function showLogIn() {
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
  } catch (refusal) {
    if (!refusal.code) console.error(refusal);
    showLogIn();
    notices.warn(refusalPhrase(refusal));
  }
}

function show(view) {
  byId('main').replaceChildren(view.element);
  byId('main').focus();
  view.open?.();
}
