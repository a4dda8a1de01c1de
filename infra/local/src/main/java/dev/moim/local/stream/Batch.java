package dev.moim.local.stream;

import java.util.List;

/**
 * Records that go to a function together.
 *
 * @param failures how often they failed, as far as that counts against the retries
 * @param invocations how often they went, in this batch or a larger one
 */
record Batch(List<Entry> entries, int failures, int invocations) {

  static Batch of(List<Entry> entries) {
    return new Batch(entries, 0, 0);
  }

  int size() {
    return entries.size();
  }

  List<String> numbers() {
    return entries.stream().map(Entry::number).toList();
  }

  Batch invoked() {
    return new Batch(entries, failures, invocations + 1);
  }

  Batch failed() {
    return new Batch(entries, failures + 1, invocations);
  }

  Batch upTo(int end) {
    return new Batch(entries.subList(0, end), failures, invocations);
  }

  Batch from(int start) {
    return new Batch(entries.subList(start, entries.size()), failures, invocations);
  }
}
