import { deviceStorage, Emitter } from '../../sdk/moim.js';

import en from '../i18n/en.js';
import ko from '../i18n/ko.js';

export const languages = { en, ko };

/** What each translated node says, so that a language switch can say it again. */
const spoken = new WeakMap();
const switches = new Emitter();
let language = 'en';

/** The phrase in the current language; `{name}` is replaced from `params`. */
export function t(key, params = {}) {
  const phrase = languages[language][key] ?? languages.en[key] ?? key;
  return phrase.replace(/\{(\w+)\}/g, (whole, name) => params[name] ?? whole);
}

/** True when the phrase exists, for keys built from data such as error codes. */
export const knows = (key) => key in languages.en;

export function say(node, key, params) {
  remember(node, { text: [key, params] });
  node.textContent = t(key, params);
}

/** Accessible name and tooltip. */
export function label(node, key, params) {
  remember(node, { label: [key, params] });
  node.setAttribute('aria-label', t(key, params));
  node.title = t(key, params);
}

export function placeholder(input, key) {
  remember(input, { placeholder: [key] });
  input.placeholder = t(key);
}

function remember(node, phrases) {
  node.dataset.spoken = '';
  spoken.set(node, { ...spoken.get(node), ...phrases });
}

export const currentLanguage = () => language;

export function setLanguage(next) {
  language = next in languages ? next : 'en';
  deviceStorage.set('language', language);
  document.documentElement.lang = language;
  speak(document);
  switches.emit('language');
}

/** For what is no phrase: dates, numbers, drawings. Answers how to stop listening. */
export const onLanguage = (listener) => switches.on('language', listener);

/** The remembered choice, else the browser's own preference. */
export function preferredLanguage(preferences = navigator.languages) {
  const known = preferences.map((tag) => tag.split('-')[0]).find((tag) => tag in languages);
  return deviceStorage.get('language') ?? known ?? 'en';
}

function speak(root) {
  for (const node of root.querySelectorAll('[data-i18n]')) node.textContent = t(node.dataset.i18n);
  for (const node of root.querySelectorAll('[data-spoken]')) {
    const { text, label: name, placeholder: hint } = spoken.get(node) ?? {};
    if (text) say(node, ...text);
    if (name) label(node, ...name);
    if (hint) placeholder(node, ...hint);
  }
}
