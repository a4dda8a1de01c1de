import { Emitter } from '../../../../../../web/sdk/core/emitter.js';

/** A registered session that answers each operation with `answers[op]`, which may be an error or a list of one after the other, and writes down what was asked. */
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
    const answer = Array.isArray(this.answers[op]) ? this.answers[op].shift() : this.answers[op];
    if (answer instanceof Error) throw answer;
    return answer ?? {};
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
