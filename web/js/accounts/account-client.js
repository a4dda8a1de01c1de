import { AccountRequests, form } from '../shared/account-requests.js';
import { Refusal } from '../shared/refusal.js';

/** A form arrives in base64, of which a function takes 6 MB. */
const FORM_BYTES = 4_000_000;

/** The accounts API as a person uses it. */
export class AccountClient extends AccountRequests {
  /** `person`: email, password, nickname, phone. A code is sent to the address. */
  signUp(person) {
    return this.send('signUp', 'POST', 'users/signup', person);
  }

  verify(code) {
    return this.send('verify', 'POST', `users/signup/verify?${new URLSearchParams({ code })}`);
  }

  async logIn({ email, password }) {
    this.account.keep((await this.send('logIn', 'POST', 'users/login', { email, password })).accessToken);
  }

  /** Where a browser goes to log in with Kakao; it comes back to this page with a code. */
  get kakaoAddress() {
    return new URL('api/v1/oauth/kakao', this.server).href;
  }

  async logInWithKakao(code) {
    this.account.keep((await this.send('kakao', 'POST', 'oauth/kakao/callback', { code })).accessToken);
  }

  sendPasswordLink(email) {
    return this.send('passwordLink', 'POST', 'users/password/change/link-send', { email });
  }

  changePassword(token, newPassword) {
    return this.send('changePassword', 'POST', 'users/password/change', { token, newPassword });
  }

  me() {
    return this.ask('me', 'GET', 'users/me');
  }

  /** `profile`: gender, birth, introduction, mbti. `picture` is a file, or undefined. */
  async createProfile(profile, picture) {
    return this.ask('createProfile', 'POST', 'profiles', await this.#form('request', profile, picture));
  }

  /** `change` holds what changes: nickname, phone, or of the profile. */
  async changeMe(change, picture) {
    return this.ask('changeMe', 'PUT', 'users/me', await this.#form('updateRequest', change, picture));
  }

  /** A picture that is too large for a form is sent ahead, and named in it. */
  async #form(name, values, picture) {
    if (!picture || picture.size <= FORM_BYTES) return form(name, values, 'profileImage', picture);
    const wish = { contentType: picture.type, bytes: picture.size };
    const { upload, url, method, headers } = await this.ask('upload', 'POST', 'uploads', wish);
    const answer = await this.fetch(url, { method, headers, body: picture }).catch(() => ({}));
    if (!answer.ok) throw new Refusal('upload', answer.status ? String(answer.status) : 'lost');
    return form(name, { ...values, profileImageUpload: upload });
  }

  exportMe() {
    return this.ask('export', 'GET', 'users/me/export');
  }

  async logOut() {
    await this.ask('logOut', 'DELETE', 'users/logout');
    this.account.forget();
  }

  async remove() {
    await this.ask('remove', 'DELETE', 'users');
    this.account.forget();
  }
}
