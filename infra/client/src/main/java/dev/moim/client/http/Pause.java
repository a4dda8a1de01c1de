package dev.moim.client.http;

import java.time.Duration;

/** How a thread waits. */
@FunctionalInterface
interface Pause {

  Pause SLEEP = Thread::sleep;

  void last(Duration duration) throws InterruptedException;
}
