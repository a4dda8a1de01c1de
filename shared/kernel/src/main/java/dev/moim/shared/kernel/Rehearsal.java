package dev.moim.shared.kernel;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;

/**
 * What a function runs before its snapshot is taken, so that it is warm: real code, while nothing
 * that it does may reach anybody or last. Whatever talks to the outside asks {@link #isOn} and
 * answers itself, as if refused.
 *
 * <p>Nobody is served meanwhile: a snapshot is taken of a process that has not yet had an event.
 */
public final class Rehearsal {

  private static final Set<Runnable> PARTS =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private static volatile boolean on;

  private Rehearsal() {}

  /**
   * Has this run in every rehearsal, as long as somebody holds it.
   *
   * @return the same
   */
  public static Runnable add(Runnable part) {
    PARTS.add(part);
    return part;
  }

  /** Whether what is done now must reach nobody. */
  public static boolean isOn() {
    return on;
  }

  /** In place of a secret, which no snapshot may hold: another each time, and nobody's. */
  public static String secret() {
    return UUID.randomUUID().toString() + UUID.randomUUID();
  }

  /** Runs what was added, and then this. */
  public static void run(Runnable body) {
    on = true;
    try {
      Set<Runnable> done = Collections.newSetFromMap(new IdentityHashMap<>());
      for (List<Runnable> next = added(done); !next.isEmpty(); next = added(done)) {
        next.forEach(Runnable::run);
        done.addAll(next);
      }
      body.run();
    } finally {
      on = false;
    }
  }

  /** What was added besides: a part may have more added. */
  private static List<Runnable> added(Set<Runnable> done) {
    synchronized (PARTS) {
      return PARTS.stream().filter(part -> !done.contains(part)).toList();
    }
  }
}
