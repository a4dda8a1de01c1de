/**
 * JSON values in web storage. A browser may refuse storage altogether (private mode, blocked cookies):
 * the page then works without memory instead of failing.
 */
export class Storage {
  constructor(area, prefix = 'moim.') {
    this.area = area;
    this.prefix = prefix;
  }

  get(key, fallback = null) {
    try {
      const text = this.area().getItem(this.prefix + key);
      return text === null ? fallback : JSON.parse(text);
    } catch {
      return fallback;
    }
  }

  set(key, value) {
    try {
      if (value === null || value === undefined) this.area().removeItem(this.prefix + key);
      else this.area().setItem(this.prefix + key, JSON.stringify(value));
    } catch {
      // Without storage only the memory between visits is lost.
    }
  }
}

/** Kept until the tab closes: who we are in this call. */
export const tabStorage = new Storage(() => sessionStorage);

/** Kept between visits: preferences. */
export const deviceStorage = new Storage(() => localStorage);
