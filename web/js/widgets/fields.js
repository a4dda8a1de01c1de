import { el } from '../shared/dom.js';
import { placeholder } from '../shared/i18n.js';

let count = 0;

/** A labelled text field: `{element, input}`. */
export function field(labelKey, properties, placeholderKey, optional = false) {
  const id = `field-${++count}`;
  const input = el('input', { class: 'input', id, ...properties });
  if (placeholderKey) placeholder(input, placeholderKey);
  const caption = el('span', { class: 'label' }, el('label', { say: labelKey, htmlFor: id }));
  if (optional) caption.append(' ', el('span', { class: 'optional' }, '(', el('span', { say: 'lobby.optional' }), ')'));
  return { element: el('div', { class: 'field' }, caption, input), input };
}

/** One of a list that may change: `offer(options, value)` fills it, with options {value, text} or {value, say}. */
export function choice(labelKey, onChange = undefined) {
  const id = `field-${++count}`;
  const select = el('select', { class: 'input', id, on: { change: () => onChange?.(select.value) } });
  const offer = (options, value) => {
    select.replaceChildren(...options.map((option) => el('option', option)));
    select.value = value;
    select.disabled = options.length === 0;
  };
  const element = el('div', { class: 'field' }, el('label', { say: labelKey, htmlFor: id }), select);
  return { element, offer, get value() { return select.value; } };
}

/** One of several: radio buttons that look like a switch. */
export function segments(labelKey, options, onChoose) {
  const name = `segments-${++count}`;
  const inputs = Object.keys(options).map((value) =>
    el('input', { class: 'visually-hidden', type: 'radio', name, value, on: { change: () => onChoose(value) } }));
  const labels = inputs.map((input) => el('label', {}, input, el('span', { say: options[input.value] })));
  const element = el('fieldset', {}, el('legend', { class: 'visually-hidden', say: labelKey }), el('div', { class: 'segments' }, ...labels));
  return {
    element,
    choose: (value) => inputs.forEach((input) => { input.checked = input.value === value; }),
  };
}

export function checkbox(labelKey, checked, onChange) {
  const input = el('input', { type: 'checkbox', checked });
  input.addEventListener('change', () => onChange(input.checked));
  return el('label', { class: 'check' }, input, el('span', { say: labelKey }));
}

/** One of a fixed list, as a field of a form; `phrases` has a phrase for each value. */
export function options(labelKey, { value, ...properties }, phrases) {
  const id = `field-${++count}`;
  const input = el('select', { class: 'input', id, ...properties }, ...Object.entries(phrases).map(([each, say]) => el('option', { value: each, say })));
  input.value = value;
  return { element: el('div', { class: 'field' }, el('label', { say: labelKey, htmlFor: id }), input), input };
}

/** A labelled text of several lines: `{element, input}`. */
export function textArea(labelKey, properties, optional = false) {
  const { element, input: line } = field(labelKey, {}, undefined, optional);
  const input = el('textarea', { class: 'input', id: line.id, rows: 4, ...properties });
  line.replaceWith(input);
  return { element, input };
}

/** Some of a fixed list, as a field of a form: its value has the names of the chosen with commas between them. */
export function choices(labelKey, properties, phrases) {
  const input = el('input', { type: 'hidden', ...properties });
  const chosen = new Set();
  const choose = (name, on) => {
    if (on) chosen.add(name);
    else chosen.delete(name);
    input.value = [...chosen].join(',');
    input.dispatchEvent(new Event('input'));
  };
  const boxes = Object.entries(phrases).map(([name, key]) => checkbox(key, false, (on) => choose(name, on)));
  const legend = el('legend', { class: 'label', say: labelKey });
  return { element: el('fieldset', { class: 'field' }, legend, el('div', { class: 'chips kinds' }, ...boxes), input), input };
}
