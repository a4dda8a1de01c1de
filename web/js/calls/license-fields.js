import { tabStorage, trialLicense } from '../../sdk/moim.js';
import { el } from '../shared/dom.js';
import { say } from '../shared/i18n.js';
import { field } from '../widgets/fields.js';

/** License, server address and user id; the local runtime hands out its trial license. */
export class LicenseFields {
  constructor() {
    const plain = { autocomplete: 'off', spellcheck: false };
    this.cpCode = field('lobby.cpCode', { name: 'cpCode', ...plain });
    this.authKey = field('lobby.authKey', { name: 'authKey', type: 'password', ...plain });
    this.server = field('lobby.server', { name: 'server', type: 'url', value: sameHost(), ...plain });
    this.userId = field('lobby.userId', { name: 'userId', maxLength: 36, ...plain }, 'lobby.userIdHint');
    this.note = el('p', { class: 'soft small', say: 'lobby.needLicense' });
    const all = [this.cpCode, this.authKey, this.server, this.userId].map(({ element }) => element);
    this.element = el('details', {}, el('summary', { say: 'lobby.license' }), el('div', { class: 'license' }, this.note, ...all));
  }

  values() {
    const [cpCode, authKey, server, userId] = [this.cpCode, this.authKey, this.server, this.userId].map(({ input }) => input.value.trim());
    const license = { cpCode, authKey, server: server || sameHost() };
    // Kept for this tab only, so that a reload can return to the call.
    tabStorage.set('license', license);
    return { ...license, userId: userId || undefined };
  }

  async fill() {
    const last = tabStorage.get('license');
    const trial = last?.authKey ? null : await trialLicense();
    const known = last ?? trial;
    if (known?.cpCode) this.#show(known);
    if (trial) say(this.note, 'lobby.trial');
    else if (!known?.authKey) this.element.open = true;
  }

  /** Unfolds and answers the first field that is still empty. */
  open() {
    this.element.open = true;
    return this.cpCode.input.value ? this.authKey : this.cpCode;
  }

  #show({ cpCode, authKey, server }) {
    this.cpCode.input.value ||= cpCode;
    this.authKey.input.value ||= authKey;
    if (server) this.server.input.value = server;
  }
}

const sameHost = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/calls`;
