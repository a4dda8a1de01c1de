package dev.moim.shared.sockets;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Looks whether what was told is still so, and tells what is; and as long as that was necessary
 * looks again, since the news of a look may be the slower ones too. Almost always one look is all.
 */
public final class LookUntilTrue {

  private static final int ROUNDS = 4;

  private LookUntilTrue() {}

  /**
   * @param look returns what differs from what was told until then
   */
  public static Outcome after(Outcome outcome, Supplier<List<Notice>> look) {
    AtomicBoolean again = new AtomicBoolean(true);
    Supplier<List<Notice>> round =
        () -> {
          List<Notice> news = again.get() ? look.get() : List.of();
          again.set(!news.isEmpty());
          return news;
        };
    Outcome looking = outcome;
    for (int i = 0; i < ROUNDS; i++) {
      looking = looking.then(round);
    }
    return looking;
  }
}
