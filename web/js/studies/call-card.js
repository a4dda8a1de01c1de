import { el, icon } from '../shared/dom.js';
import { say } from '../shared/i18n.js';
import { refusalPhrase } from '../shared/refusal.js';
import { ticking } from '../widgets/ticking.js';
import { avatar } from '../widgets/avatar.js';
import { checkbox } from '../widgets/fields.js';

/** Whether a call is going on, who is in it, and the way in. `onEnter({mic, cam})`. */
export class CallCard {
  #wish = { mic: true, cam: true };
  #shown = '';
  #running = false;
  #busy = false;

  constructor({ onEnter }) {
    this.title = el('h2', { say: 'sessions.loading' });
    this.facts = el('p', { class: 'soft' });
    this.people = el('ul', { class: 'faces' });
    this.enter = el('button', { class: 'button button-primary', type: 'button', disabled: true, on: { click: () => onEnter(this.#wish) } }, icon('cam'), el('span', { say: 'study.start' }));
    const boxes = ['mic', 'cam'].map((kind) => checkbox(`study.with.${kind}`, true, (on) => { this.#wish[kind] = on; }));
    this.element = el('section', { class: 'card call-card' }, el('div', {}, this.title, this.facts, this.people), el('div', { class: 'call-entry' }, ...boxes, this.enter));
  }

  /** `session` as `status` answers it; null when no call is going on. */
  show(session) {
    this.enter.disabled = this.#busy;
    const text = JSON.stringify(session);
    if (text === this.#shown) return;
    this.#shown = text;
    this.#running = session !== null;
    say(this.title, session ? 'study.running' : 'study.idle');
    this.#label();
    if (session) this.facts.replaceChildren(el('span', { say: ['study.startedBy', { name: session.starter?.name || session.startedBy }] }), ' · ', ticking(session.startedAt));
    else say(this.facts, 'study.idleHint');
    this.people.replaceChildren(...(session?.participants ?? []).map(({ userId, user }) => face({ id: userId, name: user?.name ?? '' })));
  }

  /** The look failed; the next one may not. */
  fail(refusal) {
    this.#shown = '';
    this.enter.disabled = true;
    say(this.title, 'study.unknown');
    say(this.facts, refusalPhrase(refusal));
    this.people.replaceChildren();
  }

  busy(busy) {
    this.#busy = busy;
    this.enter.disabled = busy;
    this.#label();
  }

  #label() {
    const idle = this.#running ? 'study.join' : 'study.start';
    say(this.enter.lastChild, this.#busy ? 'lobby.busy' : idle);
  }
}

const face = (person) => el('li', {}, avatar(person), el('span', { text: person.name || person.id }));
