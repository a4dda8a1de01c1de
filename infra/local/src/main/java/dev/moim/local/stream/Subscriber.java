package dev.moim.local.stream;

import dev.moim.template.EventSource.StreamSource;

/**
 * Who reads a stream.
 *
 * @param function its physical name
 */
record Subscriber(String function, StreamSource source) {

  /** Its name among those who note how far they have read. */
  String readerOf(Shard shard) {
    return readerOf(shard.stream()) + shard.id();
  }

  /** What its names as a reader of the stream's shards begin with. */
  String readerOf(String stream) {
    return function + " " + stream + " ";
  }
}
