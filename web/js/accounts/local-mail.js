import { mailTo } from '../../sdk/moim.js';
import { el } from '../shared/dom.js';
import { Poller } from '../shared/poller.js';

const EVERY_MS = 1_000;

/** On a developer's machine the latest mail to an address is shown as it looks; elsewhere there is nothing to see. */
export class LocalMail {
  constructor(address) {
    this.element = el('section', { class: 'section', hidden: true });
    this.poller = new Poller({ everyMs: EVERY_MS, work: async () => this.#show(await mailTo(address)) });
  }

  open() {
    this.poller.start();
  }

  close() {
    this.poller.stop();
  }

  #show(mails) {
    if (!mails) this.close();
    const [latest] = mails ?? [];
    if (!latest) return;
    this.close();
    this.element.hidden = false;
    const links = [...latest.text.matchAll(/https?:\/\/\S+/g)].map(([href]) => el('p', {}, el('a', { href, text: href })));
    const heading = el('h2', { say: 'accounts.localMail' });
    this.element.replaceChildren(heading, el('h3', { text: latest.subject }), el('pre', { class: 'mail', text: latest.text }), ...links);
  }
}
