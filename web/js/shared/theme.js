import { deviceStorage } from '../../sdk/moim.js';

const order = ['auto', 'light', 'dark'];

export const currentTheme = () => document.documentElement.dataset.theme ?? 'auto';

/** `auto` follows the system; the css knows only the attribute's absence. */
export function setTheme(theme) {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  deviceStorage.set('theme', theme);
}

export const nextTheme = () => order[(order.indexOf(currentTheme()) + 1) % order.length];

export const restoreTheme = () => setTheme(deviceStorage.get('theme', 'auto'));
