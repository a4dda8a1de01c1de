import { AccountRequests, form } from './account-requests.js';
import { NoAnswer, Refusal } from '../core/errors.js';

/** A form arrives in base64, of which a function takes 6 MB. */
const FORM_BYTES = 4_000_000;

/** The accounts API as a person uses it. */
export class AccountClient extends AccountRequests {
  /** `person`: email, password, nickname, phone. A code is sent to the address. */
  signUp(person, options) {
    return this.send('signUp', 'POST', 'users/signup', { body: person, ...options });
  }

  verify(code, options) {
    return this.send('verify', 'POST', `users/signup/verify?${new URLSearchParams({ code })}`, options);
  }

  async logIn({ email, password }, options) {
    this.account.keep((await this.send('logIn', 'POST', 'users/login', { body: { email, password }, ...options })).accessToken);
  }

  /** Where a browser goes to log in with Kakao; it comes back to this page with a code. */
  get kakaoAddress() {
    return new URL('api/v1/oauth/kakao', this.server).href;
  }

  async logInWithKakao(code, options) {
    this.account.keep((await this.send('kakao', 'POST', 'oauth/kakao/callback', { body: { code }, ...options })).accessToken);
  }

  sendPasswordLink(email, options) {
    return this.send('passwordLink', 'POST', 'users/password/change/link-send', { body: { email }, ...options });
  }

  changePassword(token, newPassword, options) {
    return this.send('changePassword', 'POST', 'users/password/change', { body: { token, newPassword }, ...options });
  }

  me(options) {
    return this.ask('me', 'GET', 'users/me', options);
  }

  /** `profile`: gender, birth, introduction, mbti. `picture` is a file, or undefined. */
  async createProfile(profile, picture, options) {
    return this.ask('createProfile', 'POST', 'profiles', { body: await this.#form('request', profile, picture, options), ...options });
  }

  /** `change` holds what changes: nickname, phone, or of the profile. */
  async changeMe(change, picture, options) {
    return this.ask('changeMe', 'PUT', 'users/me', { body: await this.#form('updateRequest', change, picture, options), ...options });
  }

  /** A picture that is too large for a form is sent ahead, and named in it. */
  async #form(name, values, picture, options) {
    if (!picture || picture.size <= FORM_BYTES) return form(name, values, 'profileImage', picture);
    const wish = { contentType: picture.type, bytes: picture.size };
    const { upload, url, method, headers } = await this.ask('upload', 'POST', 'uploads', { body: wish, ...options });
    const answer = await this.fetch(url, { method, headers, body: picture, signal: options?.signal }).catch(() => null);
    options?.signal?.throwIfAborted();
    if (!answer) throw new NoAnswer('upload', 'lost');
    if (!answer.ok) throw new Refusal('upload', String(answer.status));
    return form(name, { ...values, profileImageUpload: upload });
  }

  exportMe(options) {
    return this.ask('export', 'GET', 'users/me/export', options);
  }

  async logOut(options) {
    await this.ask('logOut', 'DELETE', 'users/logout', options);
    this.account.forget();
  }

  async remove(options) {
    await this.ask('remove', 'DELETE', 'users', options);
    this.account.forget();
  }
}
