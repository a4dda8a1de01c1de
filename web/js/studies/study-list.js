import { el, icon } from '../shared/dom.js';
import { say } from '../shared/i18n.js';
import { field } from '../widgets/fields.js';
/** @import { StudyClient } from '../../sdk/moim.js' */

/** My studies, and the way to another. */
export class StudyList {
  /**
   * `open(study)` shows one; `act(work)` runs something and tells refusals.
   * @param {{client: StudyClient, identity: any, open: any, act: any, onSwitch: any}} parts
   */
  constructor({ client, identity, open, act, onSwitch }) {
    this.client = client;
    this.open = open;
    this.act = act;
    this.empty = el('p', { class: 'empty soft', say: 'sessions.loading' });
    this.list = el('ul', { class: 'cards' });
    this.name = field('studies.name', { name: 'study', maxLength: 100, required: true, autocomplete: 'off' }, 'studies.namePlaceholder');
    const create = el('button', { class: 'button button-primary', type: 'submit', say: 'studies.create' });
    const form = el('form', { class: 'inline-form card', on: { submit: (event) => this.#create(event) } }, this.name.element, create);
    const self = el('p', { class: 'soft', say: ['studies.you', { name: identity.name, id: identity.id }] });
    const away = el('button', { class: 'button button-small', type: 'button', say: 'studies.switch', on: { click: onSwitch } });
    const head = el('div', { class: 'page-head' }, el('h1', { say: 'studies.title' }), self, away);
    this.element = el('div', { class: 'page' }, head, form, this.empty, this.list);
  }

  async load() {
    const studies = (await this.client.studies()).filter(({ status }) => status !== 'LEFT');
    say(this.empty, 'studies.none');
    this.empty.hidden = studies.length > 0;
    this.list.replaceChildren(...studies.map((study) => this.#item(study)));
  }

  #item(study) {
    const invited = study.status === 'INVITED';
    const enter = el('button', { class: 'button', type: 'button', say: invited ? 'studies.accept' : 'studies.open', on: { click: () => this.open(study) } });
    const role = el('span', { class: 'tag', say: invited ? 'studies.invited' : `role.${study.role}` });
    return el('li', { class: 'card card-row' }, icon('people'), el('h2', { text: study.name }), role, enter);
  }

  #create(event) {
    event.preventDefault();
    const name = this.name.input.value.trim();
    if (!name) return this.name.input.focus();
    // Days of statistics begin at the study's own midnight, so ours is asked for.
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    return this.act(async () => this.open(await this.client.create(name, timeZone)));
  }
}
