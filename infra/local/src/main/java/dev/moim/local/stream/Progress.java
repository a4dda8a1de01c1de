package dev.moim.local.stream;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** How far a shard is dealt with: up to the first record that is not, in the order of reading. */
final class Progress {

  private final Map<String, Boolean> open = new LinkedHashMap<>();
  private final Consumer<String> checkpoint;

  /**
   * @param checkpoint told the number of the last record before which nothing is open
   */
  Progress(Consumer<String> checkpoint) {
    this.checkpoint = checkpoint;
  }

  synchronized void read(String number) {
    open.put(number, false);
  }

  /** A record was handled, given up or passed over; a second time changes nothing. */
  synchronized void done(Iterable<String> numbers) {
    numbers.forEach(number -> open.replace(number, true));
    String last = null;
    Iterator<Map.Entry<String, Boolean>> oldest = open.entrySet().iterator();
    while (oldest.hasNext()) {
      Map.Entry<String, Boolean> record = oldest.next();
      if (!record.getValue()) {
        break;
      }
      last = record.getKey();
      oldest.remove();
    }
    if (last != null) {
      checkpoint.accept(last);
      notifyAll();
    }
  }

  synchronized void awaitNothingOpen() throws InterruptedException {
    while (!open.isEmpty()) {
      wait();
    }
  }
}
