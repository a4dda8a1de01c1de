/** What is eaten, by the name that requests have; lists and searches answer with the Korean label. */
export const CATEGORIES = {
  KOREAN: 'meetings.KOREAN', CHINESE: 'meetings.CHINESE', JAPANESE: 'meetings.JAPANESE',
  WESTERN: 'meetings.WESTERN', DESSERT: 'meetings.DESSERT', OTHER: 'meetings.OTHER',
};

const LABELS = { 한식: 'KOREAN', 중식: 'CHINESE', 일식: 'JAPANESE', 양식: 'WESTERN', 디저트: 'DESSERT', 기타: 'OTHER' };

/** The phrases of a meeting's categories, however they are written. */
export const phrasesOf = (categories) => categories.map((name) => CATEGORIES[LABELS[name] ?? name]).filter(Boolean);

/** Times of meetings have no zone: they are Seoul's. */
export const moment = (text) => new Date(`${text}+09:00`);
