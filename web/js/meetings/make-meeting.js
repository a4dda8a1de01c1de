import { el } from '../shared/dom.js';
import { AskForm } from '../widgets/ask-form.js';
import { choices, field, textArea } from '../widgets/fields.js';
import { DotMap } from './dot-map.js';
import { CATEGORIES } from './kinds.js';
import { link } from './meeting-card.js';
import { keptPlace } from './place.js';

const PICTURES = 'image/png,image/jpeg,image/webp,image/gif';
/** The document's places are another service's; whoever says where a meeting is by a map has none. */
const NO_LOCATION = 0;

const round = (degrees) => degrees.toFixed(5);

/** The form of a new meeting, with a map to say where it is. */
export class MakeMeeting {
  constructor({ client }) {
    this.client = client;
    this.latitude = field('meetings.latitude', { name: 'latitude', type: 'number', step: 'any', required: true });
    this.longitude = field('meetings.longitude', { name: 'longitude', type: 'number', step: 'any', required: true });
    this.map = new DotMap({ label: 'meetings.chooseMap', onPlace: (place) => this.#at(place) });
    const where = el('section', { class: 'section' }, el('p', { class: 'soft', say: 'meetings.chooseLead' }), this.map.element);
    this.form = new AskForm({ fields: this.#fields(), submit: 'meetings.create', missing: 'accounts.fillIn', send: (values) => this.#send(values) });
    const head = el('div', { class: 'page-head' }, el('h1', { say: 'meetings.makeTitle' }), el('a', { class: 'button button-small', href: '#', say: 'meetings.back' }));
    this.element = el('div', { class: 'page make-meeting' }, head, this.form.element, where);
    this.#at(keptPlace());
  }

  open() {
    this.form.open();
  }

  #fields() {
    return [
      field('meetings.name', { name: 'title', maxLength: 60, required: true, autocomplete: 'off' }),
      field('meetings.when', { name: 'meetingDateTime', type: 'datetime-local', required: true }),
      field('meetings.address', { name: 'address', maxLength: 200, required: true, autocomplete: 'street-address' }),
      this.latitude,
      this.longitude,
      field('meetings.maxCount', { name: 'maxCount', type: 'number', min: 2, max: 1_000, value: 4, required: true }),
      choices('meetings.category', { name: 'category', required: true }, CATEGORIES),
      textArea('meetings.content', { name: 'content', maxLength: 600 }, true),
      field('accounts.picture', { name: 'picture', type: 'file', accept: PICTURES }, undefined, true),
    ];
  }

  #at(place) {
    this.latitude.input.value = round(place.latitude);
    this.longitude.input.value = round(place.longitude);
    this.map.show(place, []);
  }

  async #send({ picture, category, meetingDateTime, ...values }) {
    // The browser's own zone is meant, which need not be Seoul's.
    const at = new Date(meetingDateTime).toISOString();
    const meeting = { ...values, locationId: NO_LOCATION, meetingDateTime: at, category: category.split(',') };
    const { id } = await this.client.create(meeting, picture);
    location.hash = link(id);
  }
}
