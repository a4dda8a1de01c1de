import { el, icon } from '../shared/dom.js';
import { Poller } from '../shared/poller.js';
import { CallCard } from './call-card.js';
import { HistoryTable } from './history-table.js';
import { MembersCard } from './members-card.js';
import { Statistics } from './statistics.js';
/** @import { Study, StudyClient, StudySocket } from '../../sdk/moim.js' */

const EVERY_MS = 10_000;

/** One study: its call, its members, and what became of the calls before. */
export class StudyView {
  #online = new Map();
  #running = false;
  #offs = [];

  /**
   * `session` is the study's socket, or null where the console has no client for it.
   * @param {{client: StudyClient, session: StudySocket, study: Study, self: any, act: any, onBack: any, onEnter: any}} parts
   */
  constructor({ client, session, study, self, act, onBack, onEnter }) {
    this.client = client;
    this.session = session;
    this.study = study;
    const parts = { client, study, self, act };
    this.callCard = new CallCard({ onEnter });
    this.members = new MembersCard(parts);
    this.statistics = new Statistics(parts);
    this.history = new HistoryTable(parts);
    const back = el('button', { class: 'button button-small', type: 'button', on: { click: onBack } }, icon('back'), el('span', { say: 'study.back' }));
    const head = el('div', { class: 'page-head' }, el('h1', { text: study.name }), el('span', { class: 'tag', say: `role.${study.role}` }), back);
    this.element = el('div', { class: 'page' }, head, el('div', { class: 'study-now' }, this.callCard.element, this.members.element), this.statistics.element, this.history.element);
    this.poller = new Poller({ everyMs: EVERY_MS, work: () => this.#look() });
    this.poller.on('failed', ({ refusal }) => this.callCard.fail(refusal));
  }

  open() {
    if (this.session) this.#listen();
    this.poller.start();
    this.#recall();
  }

  close() {
    this.#offs.forEach((off) => off());
    this.poller.stop();
    this.statistics.close();
    this.history.close();
  }

  /** When a call has ended, it is history. */
  async #look() {
    const session = await this.client.status(this.study.id);
    this.callCard.show(session);
    if (this.#running && !session) this.#recall();
    this.#running = session !== null;
  }

  #recall() {
    this.statistics.load();
    this.history.load();
  }

  /** A call that somebody starts shows at once, and so does who comes and goes. */
  #listen() {
    const { session, study } = this;
    const greet = () => session.send('presence:join-study', { studyId: study.id });
    this.#offs = [session.on('event', ({ name, payload }) => this.#hear(name, payload ?? {})), session.on('state', (state) => state === 'ready' && greet())];
    greet();
  }

  #hear(name, payload) {
    if (name === 'video:started') this.poller.hurry();
    if (name === 'study:online-users') this.#online = new Map(users(payload).map((user) => [user.id, user]));
    if (name === 'presence:user-online') this.#online.set(userOf(payload).id, userOf(payload));
    if (name === 'presence:user-offline') this.#online.delete(userOf(payload).id);
    this.members.show([...this.#online.values()]);
  }
}

const users = (payload) => (Array.isArray(payload) ? payload : (payload.users ?? [])).map(userOf);
const userOf = (entry) => ({ id: entry.userId ?? entry.id, name: entry.user?.name ?? entry.name });
