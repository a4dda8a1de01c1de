import { el } from '../shared/dom.js';
import { say } from '../shared/i18n.js';
import { ticking } from '../widgets/ticking.js';

const COLUMNS = ['sessions.name', 'sessions.platform', 'sessions.location', 'sessions.state', 'sessions.inRoom'];
/** The document's word for a room with at least two people; with fewer it waits. */
const MEETING = 2;

/** One room: how long it has been open, and who is in it. */
export class RoomCard {
  #rows = new Map();
  #session = null;

  constructor() {
    this.name = el('h3');
    this.status = el('span', { class: 'pill' });
    this.age = el('span', { class: 'soft' });
    this.count = el('span', { class: 'soft' });
    this.body = el('tbody');
    const head = COLUMNS.map((key) => el('th', { scope: 'col', say: key }));
    this.table = el('table', { class: 'stacking' }, el('thead', {}, el('tr', {}, ...head)), this.body);
    this.nobody = el('p', { class: 'soft small', say: 'sessions.nobody' });
    this.element = el('li', { class: 'card' }, el('div', { class: 'card-head' }, this.name, this.status, this.count, this.age), this.nobody, this.table);
  }

  /** What the filter looks through. */
  get text() {
    const { roomName, sessionTokens } = this.#session;
    return [roomName, ...sessionTokens.flatMap(({ userName, platform, location }) => [userName, platform, location])].join(' ').toLowerCase();
  }

  show(session) {
    const { roomName, createdAt, sessionTokens } = session;
    if (!this.#session) this.#open(roomName, createdAt);
    this.#session = session;
    const status = sessionTokens.length >= MEETING ? 'ON_GOING' : 'WAIT';
    this.status.dataset.state = status === 'ON_GOING' ? 'ready' : '';
    say(this.status, `status.${status}`);
    say(this.count, 'sessions.countPeople', { count: sessionTokens.length });
    this.nobody.hidden = sessionTokens.length > 0;
    this.table.hidden = sessionTokens.length === 0;
    this.#people(sessionTokens);
  }

  #open(roomName, createdAt) {
    this.name.textContent = roomName;
    this.table.setAttribute('aria-label', roomName);
    this.age.replaceChildren(el('span', { say: 'sessions.openFor' }), ' ', ticking(createdAt));
  }

  #people(tokens) {
    const here = new Set(tokens.map(({ connectionId }) => connectionId));
    for (const [id, row] of this.#rows) if (!here.has(id)) this.#remove(id, row);
    for (const token of tokens) this.#row(token).show(token);
  }

  #row(token) {
    if (!this.#rows.has(token.connectionId)) {
      const row = personRow(token);
      this.#rows.set(token.connectionId, row);
      this.body.append(row.element);
    }
    return this.#rows.get(token.connectionId);
  }

  #remove(id, row) {
    row.element.remove();
    this.#rows.delete(id);
  }
}

function personRow({ userName, createdAt }) {
  const [platform, location, state] = ['sessions.platform', 'sessions.location', 'sessions.state'].map((key) => cell(key));
  const age = cell('sessions.inRoom', ticking(createdAt));
  const element = el('tr', {}, el('th', { scope: 'row', text: userName }), platform, location, state, age);
  const show = ({ platform: machine, location: place, status }) => {
    platform.lastChild.textContent = machine || '–';
    location.lastChild.textContent = place || '–';
    say(state.lastChild, status === 'active' ? 'sessions.active' : 'sessions.inactive');
    element.classList.toggle('away', status !== 'active');
  };
  return { element, show };
}

/** On a narrow page the columns' names stand beside the values. */
const cell = (key, content = el('span')) => el('td', {}, el('span', { class: 'cell-name', say: key, attrs: { 'aria-hidden': 'true' } }), content);
