package dev.moim.shared.sockets;

import dev.moim.shared.kernel.Sockets.Posted;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Posts to many at once, of which the last few are not waited for: when nine tenths of all are
 * done, the others have a moment more; then their posts are given up, as if the answer had been too
 * late. Of fewer than ten each is waited for.
 */
final class Stragglers {

  private static final int ONE_IN = 10;

  /** Beyond the time that nearly all others have taken; a healthy post takes a tenth of it. */
  private static final Duration GRACE = Duration.ofMillis(300);

  private final Set<Thread> posting = new HashSet<>();
  private boolean over;

  /**
   * One post of a task; {@code UNKNOWN} if nobody waits for it any more. Nothing else that a task
   * does is ever interrupted.
   */
  Posted post(Supplier<Posted> post) {
    synchronized (this) {
      if (over) {
        return Posted.UNKNOWN;
      }
      posting.add(Thread.currentThread());
    }
    try {
      return post.get();
    } finally {
      synchronized (this) {
        posting.remove(Thread.currentThread());
        if (over) {
          var _ = Thread.interrupted(); // it was meant for the post, which is over
        }
      }
    }
  }

  private synchronized void giveUp() {
    over = true;
    posting.forEach(Thread::interrupt);
  }

  /**
   * Runs these, one for each recipient, and returns when all have ended.
   *
   * @throws CompletionException if one failed
   */
  void run(List<Runnable> tasks) {
    if (tasks.size() == 1) {
      tasks.getFirst().run();
      return;
    }
    CountDownLatch most = new CountDownLatch(tasks.size() - tasks.size() / ONE_IN);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Void> all =
          CompletableFuture.allOf(
              tasks.stream()
                  .map(task ->
                      CompletableFuture.runAsync(task, threads)
                          .whenComplete((done, failure) -> most.countDown()))
                  .toArray(CompletableFuture<?>[]::new));
      most.await();
      boolean inTime =
          all.handle((done, failure) -> true)
              .completeOnTimeout(false, GRACE.toMillis(), TimeUnit.MILLISECONDS)
              .join();
      if (!inTime) {
        giveUp();
      }
      all.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while posting", stopped);
    }
  }
}
