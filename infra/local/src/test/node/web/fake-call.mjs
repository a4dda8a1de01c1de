import { Emitter } from '../../../../../../web/sdk/core/emitter.js';

/** A registered session that answers each operation with `answers[op]`, and writes down what was asked. */
export class FakeSession extends Emitter {
  userId = 'me';
  iceServers = [];
  asked = [];
  constructor(answers) {
    super();
    this.answers = answers;
  }
  async request(op, fields) {
    this.asked.push({ op, ...fields });
    return this.answers[op] ?? {};
  }
  send() {}
  stop() {}
}

/** Our devices: only whether the microphone is on matters here. */
export class FakeMedia extends Emitter {
  tracks = {};
  micOn = true;
  camOn = true;
  async setMic(on) {
    this.micOn = on;
    this.emit('changed', this.tracks);
  }
  setScreen() {}
}
