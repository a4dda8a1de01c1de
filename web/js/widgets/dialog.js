import { el } from '../shared/dom.js';

/** Every button in `content` closes it. */
export function openDialog(titleKey, ...content) {
  const heading = el('h2', { say: titleKey, id: `dialog-${titleKey}` });
  const form = el('form', { method: 'dialog' }, heading, ...content);
  const dialog = el('dialog', { on: { close: () => dialog.remove() } }, form);
  dialog.setAttribute('aria-labelledby', heading.id);
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
