import { byId, el, icon } from '../shared/dom.js';
import { label, preferredLanguage, say, setLanguage } from '../shared/i18n.js';
import { currentTheme, nextTheme, restoreTheme, setTheme } from '../shared/theme.js';

const PAGES = { calls: './', sessions: 'sessions.html', studies: 'studies.html', meetings: 'meetings.html', chat: 'chat.html', accounts: 'accounts.html' };
const LANGUAGES = { en: 'English', ko: '한국어' };

let stopWatching = () => {};

/** The bar of every page, and with it the visitor's language and appearance. `page` is one of PAGES. */
export function startTopbar(page) {
  restoreTheme();
  const brand = el('span', { class: 'brand' }, el('img', { src: 'img/mark.svg', alt: '', width: 28, height: 28 }), el('span', { text: 'Moim' }));
  const pill = el('span', { class: 'pill', id: 'connection', hidden: true, attrs: { role: 'status' } });
  byId('topbar').append(brand, pages(page), el('div', { class: 'room-heading', id: 'room-heading' }),
    el('div', { class: 'topbar-end' }, pill, languages(), appearance()));
  setLanguage(preferredLanguage());
  // On a small screen the pages scroll.
  byId('topbar').querySelector('[aria-current]').scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function pages(current) {
  const links = Object.entries(PAGES).map(([name, href]) => {
    const link = el('a', { href, say: `nav.${name}` });
    if (name === current) link.setAttribute('aria-current', 'page');
    return link;
  });
  const nav = el('nav', { class: 'pages', label: 'nav.pages' }, ...links);
  nav.removeAttribute('title');
  return nav;
}

function languages() {
  const options = Object.entries(LANGUAGES).map(([value, text]) => el('option', { value, text, lang: value }));
  const select = el('select', { class: 'select-quiet', label: 'language' }, ...options);
  select.value = preferredLanguage();
  select.addEventListener('change', () => setLanguage(select.value));
  return select;
}

function appearance() {
  const button = el('button', { type: 'button', class: 'button-icon' });
  const show = () => {
    button.replaceChildren(icon(currentTheme()));
    label(button, `theme.${currentTheme()}`);
  };
  button.addEventListener('click', () => {
    setTheme(nextTheme());
    show();
  });
  show();
  return button;
}

/** The state of the signalling connection; null when there is none. */
export function showConnection(session) {
  const pill = byId('connection');
  stopWatching();
  pill.hidden = !session;
  if (!session) {
    byId('room-heading').replaceChildren();
    return;
  }
  const show = (state) => {
    pill.dataset.state = state;
    say(pill, `state.${state}`);
  };
  show(session.state);
  stopWatching = session.on('state', show);
}
