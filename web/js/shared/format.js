import { currentLanguage, t } from './i18n.js';

const formats = new Map();

/** One of each kind and language: making a format takes longer than using it. */
function format(Kind, options) {
  const key = `${Kind.name} ${currentLanguage()} ${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, new Kind(currentLanguage(), options));
  return formats.get(key);
}

export const number = (value, options = {}) => format(Intl.NumberFormat, options).format(value);

/** Hours and minutes; with `seconds` also those. */
export const clock = (date, seconds = false) =>
  format(Intl.DateTimeFormat, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(seconds ? { second: '2-digit' } : {}) }).format(date);

export const dateTime = (date) => format(Intl.DateTimeFormat, { dateStyle: 'medium', timeStyle: 'short' }).format(date);

/** A day as `2026-11-21` names it, which is a day and not a moment: no time zone may move it. */
export const day = (text, options = { month: 'short', day: 'numeric' }) =>
  format(Intl.DateTimeFormat, { ...options, timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`));

/** How long something took or has been going on, in the two units that matter. */
export function span(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const [d, h, m, s] = [Math.floor(whole / 86_400), Math.floor(whole / 3_600), Math.floor(whole / 60), whole];
  if (d > 0) return t('span.days', { d, h: h % 24 });
  if (h > 0) return t('span.hours', { h, m: m % 60 });
  if (m >= 10) return t('span.minutes', { m });
  if (m > 0) return t('span.minutesSeconds', { m, s: s % 60 });
  return t('span.seconds', { s });
}
