package dev.moim.testkit;

import dev.moim.shared.kernel.Sockets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Sockets in memory: open until closed, remembering every frame. */
public final class RecordingSockets implements Sockets {

  /** What API Gateway posts at most, in bytes. */
  private static final int LONGEST_FRAME = 128 * 1_024;

  /** What goes wrong with a post that gets no answer in time. */
  public enum Trouble {
    NONE,
    ANSWER_LOST,
    POST_LOST
  }

  private final Map<String, List<String>> frames = new ConcurrentHashMap<>();
  private final Set<String> closed = ConcurrentHashMap.newKeySet();
  private final Set<String> stuck = ConcurrentHashMap.newKeySet();
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();
  private final AtomicInteger posts = new AtomicInteger();
  private volatile Supplier<Duration> delays = () -> Duration.ZERO;
  private volatile Supplier<Trouble> troubles = () -> Trouble.NONE;

  @Override
  public Posted post(String connectionId, String text) {
    posts.incrementAndGet();
    delay();
    if (closed.contains(connectionId)) {
      return Posted.GONE;
    }
    if (stuck.contains(connectionId)) {
      return Posted.UNKNOWN;
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_FRAME) {
      return Posted.TOO_LONG;
    }
    Trouble trouble = troubles.get();
    if (trouble != Trouble.POST_LOST) {
      frames.computeIfAbsent(connectionId, id -> new CopyOnWriteArrayList<>()).add(text);
    }
    return trouble == Trouble.NONE ? Posted.DELIVERED : Posted.UNKNOWN;
  }

  @Override
  public boolean isOpen(String connectionId) {
    if (unknown.contains(connectionId)) {
      throw new IllegalStateException("the gateway does not say whether it is open");
    }
    return !closed.contains(connectionId);
  }

  @Override
  public void close(String connectionId) {
    closed.add(connectionId);
  }

  /** Each post takes this long from now on, so that posts overtake each other. */
  public void delayPosts(Supplier<Duration> each) {
    delays = each;
  }

  /** What goes wrong with each post from now on. */
  public void troublePosts(Supplier<Trouble> each) {
    troubles = each;
  }

  private void delay() {
    try {
      Thread.sleep(delays.get());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asking whether it is open is throttled from now on. */
  public void hideState(String connectionId) {
    unknown.add(connectionId);
  }

  /** Posts to it run into the time limit from now on. */
  public void stick(String connectionId) {
    stuck.add(connectionId);
  }

  public void unstick(String connectionId) {
    stuck.remove(connectionId);
  }

  /** All frames the socket got, and forgets them. */
  public List<String> take(String connectionId) {
    List<String> taken = frames.remove(connectionId);
    return taken == null ? List.of() : List.copyOf(taken);
  }

  /** Posts tried since the last time it was asked. */
  public int takePosts() {
    return posts.getAndSet(0);
  }
}
