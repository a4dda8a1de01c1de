import { mediaPhrase } from '../shared/refusal.js';
import { el } from '../shared/dom.js';
import { say } from '../shared/i18n.js';
import { choice } from './fields.js';
import { openDialog } from './dialog.js';

/** Each choice by the kind of device that browsers list it as. */
const KINDS = { mic: 'audioinput', cam: 'videoinput', speaker: 'audiooutput' };
const canChooseSpeaker = () => 'setSinkId' in HTMLMediaElement.prototype;

/** Which microphone, camera and speaker to use; takes effect at once. Answers the dialog. */
export function devicesDialog({ media, devices = navigator.mediaDevices }) {
  const note = el('p', { class: 'soft small', attrs: { role: 'status' } });
  const choose = async (kind, deviceId) => tellFailure(note, await media.choose(kind, deviceId));
  const kinds = Object.keys(KINDS).filter((kind) => kind !== 'speaker' || canChooseSpeaker());
  const choices = Object.fromEntries(kinds.map((kind) => [kind, choice(`devices.${kind}`, (deviceId) => choose(kind, deviceId))]));
  const fill = async () => {
    const listed = await devices.enumerateDevices();
    for (const kind of kinds) choices[kind].offer(options(listed, kind), inUse(media, kind));
  };
  const done = el('button', { class: 'button button-primary', type: 'submit', say: 'control.done' });
  const dialog = openDialog('devices.title', ...kinds.map((kind) => choices[kind].element), note, el('div', { class: 'dialog-actions' }, done));
  devices.addEventListener('devicechange', fill);
  dialog.addEventListener('close', () => devices.removeEventListener('devicechange', fill));
  fill();
  return dialog;
}

/** Browsers hide the names until they may use such a device, and list some without an id. */
export function options(listed, kind) {
  const fitting = listed.filter((device) => device.kind === KINDS[kind] && device.deviceId);
  return fitting.map(({ deviceId, label }, index) => ({ value: deviceId, text: label || `${index + 1}` }));
}

const inUse = (media, kind) => media.chosen[kind] ?? media.tracks[kind]?.getSettings().deviceId ?? 'default';

function tellFailure(note, failure) {
  if (!failure) note.textContent = '';
  else say(note, mediaPhrase(failure));
}
