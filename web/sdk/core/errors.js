/** Whatever was asked for and did not happen: `op` names it, `code` says why. */
export class MoimError extends Error {
  name = 'MoimError';

  constructor(op, code, message = '') {
    super(`${op}: ${code} ${message}`);
    this.op = op;
    this.code = code;
  }
}

/**
 * The server said no, with a code as documented. `retryAfter` is how many seconds it asked us to wait, `field`
 * which one it did not accept, if it said so.
 */
export class Refusal extends MoimError {
  name = 'Refusal';

  constructor(op, code, message = '', retryAfter = undefined) {
    super(op, code, message);
    this.retryAfter = retryAfter;
    this.field = undefined;
  }
}

/** No answer came: the connection is `lost`, or the answer `late`. Whether it happened all the same is not known. */
export class NoAnswer extends MoimError {
  name = 'NoAnswer';
}

const PASSING = new Set(['lost', 'late', '445', '500', '504', '559']);

/** Whether another attempt may overcome it, after a while. */
export const passes = (error) => error instanceof MoimError && PASSING.has(error.code);

/** Cannot be used here: a `client` that was not installed, or a media server that is `unreachable`. */
export class Unavailable extends MoimError {
  name = 'Unavailable';
}
