import { el } from '../shared/dom.js';
import { choice, checkbox, field } from '../widgets/fields.js';
import { CATEGORIES } from './kinds.js';

const TYPES = [{ value: 'TITLE', say: 'meetings.byTitle' }, { value: 'ADDRESS', say: 'meetings.byAddress' }, { value: 'CONTENT', say: 'meetings.byContent' }];
/** Between two letters somebody types; a search for each would be told and forgotten. */
const PAUSE_MS = 200;

/** What to look for; `onChange` hears of it while somebody types. */
export class SearchBox {
  #timer = null;
  #chosen = new Set();

  constructor(onChange) {
    this.onChange = onChange;
    this.words = field('meetings.search', { name: 'keyword', type: 'search', maxLength: 100, autocomplete: 'off' });
    this.words.input.addEventListener('input', () => this.#soon());
    this.type = choice('meetings.searchIn', () => onChange());
    this.type.offer(TYPES, 'TITLE');
    const kinds = Object.entries(CATEGORIES).map(([name, key]) => checkbox(key, false, (on) => this.#choose(name, on)));
    const food = el('fieldset', { class: 'chips kinds' }, el('legend', { class: 'visually-hidden', say: 'meetings.category' }), ...kinds);
    this.element = el('form', { class: 'card search-box', on: { submit: (event) => this.#now(event) } },
      el('div', { class: 'inline-form' }, this.words.element, this.type.element), food);
  }

  /** {text, categories}; no text while nothing is typed. */
  get wanted() {
    const keyword = this.words.input.value.trim();
    const text = keyword ? { type: this.type.value, keyword } : undefined;
    return { text, categories: [...this.#chosen] };
  }

  #choose(name, on) {
    if (on) this.#chosen.add(name);
    else this.#chosen.delete(name);
    this.onChange();
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.onChange(), PAUSE_MS);
  }

  #now(event) {
    event.preventDefault();
    clearTimeout(this.#timer);
    this.onChange();
  }
}
