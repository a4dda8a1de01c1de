import { el } from '../shared/dom.js';
import { AskForm } from '../widgets/ask-form.js';
import { avatar } from '../widgets/avatar.js';
import { openDialog } from '../widgets/dialog.js';
import { field, options } from '../widgets/fields.js';
import { saveAs } from './save-as.js';
/** @import { AccountClient } from '../../sdk/moim.js' */

const GENDERS = { '': 'accounts.chooseGender', FEMALE: 'accounts.female', MALE: 'accounts.male' };
const PICTURES = 'image/png,image/jpeg,image/webp,image/gif';

/** One's own account: who one is to others, the data about oneself, the way out. */
export class AccountView {
  /** @param {{client: AccountClient, me: any, notices: any, showLogIn: any, showAccount: any}} parts */
  constructor({ client, me, notices, showLogIn, showAccount }) {
    this.client = client;
    this.me = me;
    this.notices = notices;
    this.showLogIn = showLogIn;
    this.showAccount = showAccount;
    const out = el('button', { class: 'button button-small', type: 'button', say: 'accounts.logOut', on: { click: () => this.#leave(() => client.logOut()) } });
    const who = el('p', { class: 'soft', text: me.email });
    const head = el('div', { class: 'page-head' }, face(me), el('h1', { text: me.nickname }), who, out);
    this.form = this.#form();
    this.element = el('div', { class: 'page' }, head, this.#profile(), this.#data());
  }

  get #hasProfile() {
    return Boolean(this.me.birth);
  }

  open() {
    if (!this.#hasProfile) this.form.open();
  }

  #profile() {
    const lead = this.#hasProfile ? 'accounts.profileLead' : 'accounts.noProfile';
    return el('section', { class: 'section' }, el('h2', { say: 'accounts.profile' }), el('p', { class: 'soft', say: lead }), this.form.element);
  }

  #form() {
    const { me } = this;
    const fields = [
      options('accounts.gender', { name: 'gender', required: true, value: me.gender ?? '' }, GENDERS),
      field('accounts.birth', { name: 'birth', type: 'date', required: true, value: me.birth ?? '' }),
      field('accounts.introduction', { name: 'introduction', maxLength: 500, value: me.introduction ?? '' }, undefined, true),
      field('accounts.mbti', { name: 'mbti', maxLength: 4, value: me.mbti ?? '' }, undefined, true),
      field('accounts.picture', { name: 'picture', type: 'file', accept: PICTURES }, undefined, true),
    ];
    return new AskForm({ fields, submit: 'accounts.save', missing: 'accounts.fillIn', send: (values) => this.#save(values) });
  }

  async #save({ picture, ...given }) {
    const profile = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
    if (this.#hasProfile) await this.client.changeMe(profile, picture);
    else await this.client.createProfile(profile, picture);
    await this.showAccount();
    this.notices.tell('accounts.saved');
  }

  #data() {
    const take = el('button', { class: 'button', type: 'button', say: 'accounts.export', on: { click: () => this.notices.act(async () => saveAs('account.json', await this.client.exportMe())) } });
    const remove = el('button', { class: 'button button-danger', type: 'button', say: 'accounts.delete', on: { click: () => this.#askToDelete() } });
    return el('section', { class: 'section' }, el('h2', { say: 'accounts.data' }), el('p', { class: 'soft', say: 'accounts.dataLead' }), el('div', { class: 'chips' }, take, remove));
  }

  #askToDelete() {
    const stay = el('button', { class: 'button', type: 'submit', say: 'control.cancel' });
    const go = el('button', { class: 'button button-danger', type: 'submit', say: 'accounts.delete', on: { click: () => this.#leave(() => this.client.remove()) } });
    openDialog('accounts.deleteTitle', el('p', { class: 'soft', say: 'accounts.deleteLead' }), el('div', { class: 'dialog-actions' }, stay, go));
  }

  #leave(work) {
    return this.notices.act(async () => {
      await work();
      this.showLogIn();
    });
  }
}

function face({ userId, nickname, profileImageUrl }) {
  if (!profileImageUrl) return avatar({ id: String(userId), name: nickname ?? '' });
  return el('img', { class: 'portrait', src: profileImageUrl, alt: '', width: 64, height: 64 });
}
