package dev.moim.local.function;

import com.amazonaws.services.lambda.runtime.Context;

/** One instance of a function's handler class: JSON in, JSON out, one event at a time. */
interface Handler {

  /**
   * @throws Exception whatever the function throws
   */
  byte[] handle(byte[] event, Context context) throws Exception;
}
