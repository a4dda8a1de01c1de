import { byId, icon } from '../shared/dom.js';
import { currentLanguage, label, say, setLanguage } from '../shared/i18n.js';
import { currentTheme, nextTheme, setTheme } from '../shared/theme.js';

let stopWatching = () => {};

export function startTopbar() {
  const language = byId('language');
  language.value = currentLanguage();
  language.addEventListener('change', () => setLanguage(language.value));
  const theme = byId('theme');
  theme.addEventListener('click', () => {
    setTheme(nextTheme());
    showTheme(theme);
  });
  showTheme(theme);
}

function showTheme(button) {
  button.replaceChildren(icon(currentTheme()));
  label(button, `theme.${currentTheme()}`);
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
