import { request } from '../shared/http.js';

/** The accounts API as a person uses it. `account` keeps the access token and renews it when it is refused. */
export class AccountClient {
  constructor({ account, server = location.origin, fetch = globalThis.fetch.bind(globalThis) }) {
    Object.assign(this, { account, server, fetch });
  }

  /** `person`: email, password, nickname, phone. A code is sent to the address. */
  signUp(person) {
    return this.#send('signUp', 'POST', 'users/signup', person);
  }

  verify(code) {
    return this.#send('verify', 'POST', `users/signup/verify?${new URLSearchParams({ code })}`);
  }

  async logIn({ email, password }) {
    this.account.keep((await this.#send('logIn', 'POST', 'users/login', { email, password })).accessToken);
  }

  /** Where a browser goes to log in with Kakao; it comes back to this page with a code. */
  get kakaoAddress() {
    return new URL('api/v1/oauth/kakao', this.server).href;
  }

  async logInWithKakao(code) {
    this.account.keep((await this.#send('kakao', 'POST', 'oauth/kakao/callback', { code })).accessToken);
  }

  sendPasswordLink(email) {
    return this.#send('passwordLink', 'POST', 'users/password/change/link-send', { email });
  }

  changePassword(token, newPassword) {
    return this.#send('changePassword', 'POST', 'users/password/change', { token, newPassword });
  }

  me() {
    return this.#ask('me', 'GET', 'users/me');
  }

  /** `profile`: gender, birth, introduction, mbti. `picture` is a file, or undefined. */
  createProfile(profile, picture) {
    return this.#ask('createProfile', 'POST', 'profiles', form('request', profile, picture));
  }

  /** `change` holds what changes: nickname, phone, or of the profile. */
  changeMe(change, picture) {
    return this.#ask('changeMe', 'PUT', 'users/me', form('updateRequest', change, picture));
  }

  exportMe() {
    return this.#ask('export', 'GET', 'users/me/export');
  }

  async logOut() {
    await this.#ask('logOut', 'DELETE', 'users/logout');
    this.account.forget();
  }

  async remove() {
    await this.#ask('remove', 'DELETE', 'users');
    this.account.forget();
  }

  async #ask(op, method, path, body) {
    try {
      return await this.#send(op, method, path, body, this.account.token);
    } catch (refusal) {
      if (refusal.code !== 'AUTH_ERROR') throw refusal;
      const token = await this.account.renew(this.fetch);
      if (!token) throw refusal;
      return this.#send(op, method, path, body, token);
    }
  }

  #send(op, method, path, body, token) {
    const headers = token ? { authorization: `Bearer ${token}` } : {};
    return request(op, new URL(`api/v1/${path}`, this.server), { method, headers, body, fetch: this.fetch });
  }
}

/** The document's forms: a JSON part, and beside it the picture. */
function form(name, values, picture) {
  const data = new FormData();
  data.append(name, new Blob([JSON.stringify(values)], { type: 'application/json' }));
  if (picture) data.append('profileImage', picture);
  return data;
}
