/** An EventTarget whose events carry one value each, as their `detail`. */
export class Emitter extends EventTarget {
  /** Shorter than addEventListener: the listener gets the detail. Answers how to stop listening; an AbortSignal does so too. */
  on(type, listener, options) {
    const hear = ({ detail }) => listener(detail);
    this.addEventListener(type, hear, options);
    return () => this.removeEventListener(type, hear);
  }

  emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
