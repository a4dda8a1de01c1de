import { el, icon, setIcon } from '../shared/dom.js';
import { label } from '../shared/i18n.js';

/** A round switch for `mic` or `cam`: its name says what a press will do. */
export function mediaButton(kind, set) {
  let on = false;
  const element = el('button', { class: 'control', type: 'button' }, icon(kind));
  element.addEventListener('click', async () => {
    element.disabled = true;
    await set(!on);
    element.disabled = false;
    element.focus();
  });
  const show = (state) => {
    on = state;
    setIcon(element, on ? kind : `${kind}-off`);
    element.classList.toggle('control-off', !on);
    label(element, `control.${kind}${on ? 'Off' : 'On'}`);
  };
  show(false);
  return { element, show };
}
