import { el } from '../shared/dom.js';
import { AskForm } from '../widgets/ask-form.js';
import { field } from '../widgets/fields.js';
import { LocalMail } from './local-mail.js';

const email = () => field('accounts.email', { name: 'email', type: 'email', autocomplete: 'email', maxLength: 254, required: true });
const password = (label, autocomplete) => field(label, { name: 'password', type: 'password', autocomplete, maxLength: 128, required: true });

/** Every form of the page is a heading, what it asks for, and what stands below; `open` begins all of it. */
function page(title, lead, ...parts) {
  const intro = el('div', { class: 'lobby-intro' }, el('h1', { say: title }), el('p', { class: 'soft', say: lead }));
  const element = el('div', { class: 'narrow' }, intro, ...parts.map((part) => part.element));
  return { element, open: () => parts.forEach((part) => part.open()) };
}

const link = (key, onClick) => el('button', { class: 'button button-small', type: 'button', say: key, on: { click: onClick } });

export function logIn({ client, showAccount, showSignUp, showForgotten }) {
  const send = async (values) => {
    await client.logIn(values);
    await showAccount();
  };
  const kakao = el('a', { class: 'button button-small', href: client.kakaoAddress, say: 'accounts.kakao' });
  const others = el('div', { class: 'chips' }, kakao, link('accounts.noAccount', showSignUp), link('accounts.forgotten', showForgotten));
  const fields = [email(), password('accounts.password', 'current-password')];
  const form = new AskForm({ fields, submit: 'accounts.logIn', missing: 'accounts.fillIn', send }, others);
  return page('accounts.title', 'accounts.lead', form);
}

export function signUp({ client, showLogIn, showVerify }) {
  const fields = [
    email(),
    password('accounts.newPassword', 'new-password'),
    field('accounts.nickname', { name: 'nickname', autocomplete: 'nickname', maxLength: 40, required: true }),
    field('accounts.phone', { name: 'phone', type: 'tel', autocomplete: 'tel', maxLength: 20, required: true }, 'accounts.phoneHint'),
  ];
  const send = async (values) => {
    await client.signUp(values);
    showVerify(values.email);
  };
  const form = new AskForm({ fields, submit: 'accounts.signUp', missing: 'accounts.fillIn', send }, link('accounts.haveAccount', showLogIn));
  return page('accounts.signUpTitle', 'accounts.signUpLead', form);
}

export function verify({ client, notices, showLogIn }, address) {
  const code = field('accounts.code', { name: 'code', inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 6, required: true });
  const send = async (values) => {
    await client.verify(values.code);
    showLogIn();
    notices.tell('accounts.verified');
  };
  const form = new AskForm({ fields: [code], submit: 'accounts.verify', missing: 'accounts.fillIn', send });
  const mail = new LocalMail(address);
  return page('accounts.verifyTitle', 'accounts.verifyLead', form, mail);
}

export function forgotPassword({ client, showLogIn, show }) {
  const send = async (values) => {
    await client.sendPasswordLink(values.email);
    const back = { element: link('accounts.haveAccount', showLogIn), open: () => {} };
    show(page('accounts.linkSent', 'accounts.linkSentLead', new LocalMail(values.email), back));
  };
  const form = new AskForm({ fields: [email()], submit: 'accounts.sendLink', missing: 'accounts.fillIn', send }, link('accounts.haveAccount', showLogIn));
  return page('accounts.forgottenTitle', 'accounts.forgottenLead', form);
}

export function changePassword({ client, notices, showLogIn }, token) {
  const send = async (values) => {
    await client.changePassword(token, values.password);
    client.account.forget();
    showLogIn();
    notices.tell('accounts.passwordChanged');
  };
  const fields = [password('accounts.newPassword', 'new-password')];
  const form = new AskForm({ fields, submit: 'accounts.changePassword', missing: 'accounts.fillIn', send });
  return page('accounts.changeTitle', 'accounts.changeLead', form);
}
