import { deviceStorage } from '../../sdk/moim.js';
import { el, icon } from '../shared/dom.js';
import { say } from '../shared/i18n.js';

/** One of several panels beside the stage, or over it on a phone; `panels`: {name: {element, opened?}}. */
export class SidePanel {
  current = null;

  constructor(panels, { onChange }) {
    this.panels = panels;
    this.onChange = onChange;
    this.heading = el('h2');
    const close = el('button', { class: 'button-icon', type: 'button', label: 'control.close', on: { click: () => this.show(null) } }, icon('close'));
    this.element = el('aside', { class: 'panel', hidden: true, on: { keydown: (event) => event.key === 'Escape' && this.show(null) } },
      el('div', { class: 'panel-head' }, this.heading, close), ...Object.values(panels).map(({ element }) => element));
  }

  /** What was open last; on a wide page that is the frames at first. */
  restore() {
    const first = matchMedia('(min-width: 75rem)').matches ? 'frames' : null;
    this.show(matchMedia('(min-width: 56rem)').matches ? deviceStorage.get('panel', first) : null);
  }

  toggle(name) {
    this.show(this.current === name ? null : name);
    deviceStorage.set('panel', this.current ?? '');
  }

  show(name) {
    this.current = name in this.panels ? name : null;
    this.element.hidden = this.current === null;
    for (const [key, { element }] of Object.entries(this.panels)) element.hidden = key !== this.current;
    if (this.current) say(this.heading, `control.${this.current}`);
    this.onChange(this.current);
    this.panels[this.current]?.opened?.();
  }
}
