import { el, icon } from '../shared/dom.js';
import { label } from '../shared/i18n.js';
import { mediaButton } from '../widgets/media-button.js';

/** The row of round buttons under the stage. Each `on…` is what a press does. */
export class Controls {
  constructor({ call, media, panelNames, onMic, onCam, onScreen, onBoard, onDevices, onPanel, onLeave }) {
    this.call = call;
    this.media = media;
    this.mic = mediaButton('mic', onMic);
    this.cam = mediaButton('cam', onCam);
    this.screen = toggle('screen', onScreen);
    this.board = call.room.can.board ? toggle('board', onBoard) : null;
    const devices = el('button', { class: 'control', type: 'button', label: 'control.devices', on: { click: onDevices } }, icon('devices'));
    this.panels = Object.fromEntries(panelNames.map((name) => [name, toggle(name, () => onPanel(name), `control.${name}`)]));
    this.badge = el('span', { class: 'badge', hidden: true, attrs: { 'aria-hidden': 'true' } });
    this.panels.chat.append(this.badge);
    const leave = el('button', { class: 'control control-leave', type: 'button', label: 'control.leave', on: { click: onLeave } }, icon('leave'));
    const gap = () => el('span', { class: 'controls-gap' });
    this.element = el('div', { class: 'controls', attrs: { role: 'toolbar' }, label: 'call.controls' },
      this.mic.element, this.cam.element, this.screen, this.board, devices, gap(), ...Object.values(this.panels), gap(), leave);
    this.element.removeAttribute('title');
  }

  show() {
    const { share, selfId } = this.call.room;
    this.mic.show(this.media.micOn);
    this.cam.show(this.media.camOn);
    this.#press(this.screen, share.type === 'screen' && share.user === selfId, 'control.share');
    if (this.board) this.#press(this.board, share.type === 'whiteboard' && share.user === selfId, 'control.board');
  }

  showPanel(current) {
    for (const [name, button] of Object.entries(this.panels)) button.setAttribute('aria-pressed', name === current);
  }

  showUnread(count) {
    this.badge.hidden = count === 0;
    this.badge.textContent = count > 99 ? '99+' : count;
    label(this.panels.chat, count ? 'chat.unread' : 'control.chat', { count });
  }

  #press(button, pressed, key) {
    button.setAttribute('aria-pressed', pressed);
    label(button, `${key}${pressed ? 'Off' : 'On'}`);
  }
}

function toggle(name, press, labelKey) {
  const button = el('button', { class: 'control', type: 'button', on: { click: press }, attrs: { 'aria-pressed': 'false' } }, icon(name));
  if (labelKey) label(button, labelKey);
  return button;
}
