import { el } from '../shared/dom.js';
import { checkbox, choice, field } from '../widgets/fields.js';
/** @import { Study, StudyClient } from '../../sdk/moim.js' */

/** Who is online, and, for those who may, the way to add somebody. */
export class MembersCard {
  /** @param {{study: Study, act: any, client: StudyClient, self: any}} parts */
  constructor({ study, act, client, self }) {
    this.study = study;
    this.act = act;
    this.client = client;
    this.self = self;
    this.online = el('ul', { class: 'faces' });
    this.nobody = el('p', { class: 'soft small', say: 'members.offline' });
    this.element = el('section', { class: 'card' }, el('h2', { say: 'members.title' }), this.nobody, this.online);
    if (study.role !== 'MEMBER') this.element.append(this.#form());
    else this.element.append(el('p', { class: 'soft small', say: 'members.askOwner' }));
  }

  /** Users as `study:online-users` lists them. */
  show(users) {
    this.nobody.hidden = users.length > 0;
    this.online.replaceChildren(...users.map(({ id, name }) => el('li', { class: 'online', text: name || id })));
  }

  #form() {
    this.userId = field('members.id', { name: 'member', maxLength: 64, required: true, autocomplete: 'off', spellcheck: false }, 'members.idPlaceholder');
    this.role = choice('members.role');
    const roles = this.study.role === 'OWNER' ? ['MEMBER', 'ADMIN', 'OWNER'] : ['MEMBER'];
    this.role.offer(roles.map((role) => ({ value: role, say: `role.${role}` })), 'MEMBER');
    const invite = checkbox('members.invite', false, () => {});
    this.invite = invite.querySelector('input');
    const add = el('button', { class: 'button', type: 'submit', say: 'members.add' });
    return el('form', { class: 'inline-form', on: { submit: (event) => this.#add(event) } }, this.userId.element, this.role.element, invite, add);
  }

  #add(event) {
    event.preventDefault();
    const userId = this.userId.input.value.trim();
    if (!userId) return this.userId.input.focus();
    const terms = { role: this.role.value, ...(this.invite.checked ? { status: 'INVITED' } : {}) };
    return this.act(async () => {
      await this.client.addMember(this.study.id, userId, terms);
      this.userId.input.value = '';
    }, [this.invite.checked ? 'members.invited' : 'members.added', { id: userId }]);
  }
}
