import { Emitter } from './emitter.js';

/** Has a state, and tells each change of it: event `state` (the new one). */
export class Stateful extends Emitter {
  state = 'connecting';

  become(state) {
    if (this.state === state) return;
    this.state = state;
    this.emit('state', state);
  }
}
