import { el } from '../shared/dom.js';
import { openDialog } from '../widgets/dialog.js';
import { field } from '../widgets/fields.js';

/** Asks how to leave; only the host may end the call for everyone. */
export function leaveDialog({ room, onLeave, onDestroy }) {
  const stay = button('button', 'control.cancel');
  const destroy = button('button', 'leave.destroy', onDestroy);
  const leave = button('button button-danger', 'leave.leave', onLeave);
  return openDialog('leave.title', el('p', { class: 'soft', say: room.host ? 'leave.lead' : 'leave.leadAlike' }), actions(stay, ...(room.isHost ? [destroy] : []), leave));
}

/** Title and seats of the room; `onSave({title, capacity})`. */
export function roomDialog({ room, onSave }) {
  const title = field('lobby.roomTitle', { value: room.title, maxLength: 80 });
  const capacity = field('lobby.capacity', { type: 'number', min: 1, max: 100, value: room.capacity ?? '' });
  const save = button('button button-primary', 'control.save', () => {
    const seats = capacity.input.value;
    onSave({ title: title.input.value.trim(), ...(seats === '' ? {} : { capacity: Number(seats) }) });
  });
  return openDialog('room.title', title.element, capacity.element, actions(button('button', 'control.cancel'), save));
}

const actions = (...buttons) => el('div', { class: 'dialog-actions' }, ...buttons);

/** Every button of a dialog closes it; `press` is what it does besides. */
const button = (classes, key, press = () => {}) => el('button', { class: classes, type: 'submit', say: key, on: { click: press } });
