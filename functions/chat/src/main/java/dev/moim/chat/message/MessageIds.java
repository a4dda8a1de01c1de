package dev.moim.chat.message;

import dev.moim.shared.kernel.Ids;
import java.time.Instant;

/** Ids of messages: 13 digits of milliseconds, and what tells messages of one millisecond apart. */
public final class MessageIds {

  private static final int RANDOM = 8;
  private static final int MAX_LENGTH = 64;

  private MessageIds() {}

  public static String next(Instant at) {
    return of(at, Ids.base36(RANDOM));
  }

  /** The same one for the same thing that happened. */
  public static String of(Instant at, String distinction) {
    return from(at) + "-" + distinction;
  }

  /** Before every id of that moment or later, and after all others. */
  public static String from(Instant at) {
    return "%013d".formatted(at.toEpochMilli());
  }

  /** Whether a client may have it from us. */
  public static boolean isOne(String text) {
    return text.length() <= MAX_LENGTH && text.matches("\\d{13}(-[0-9a-z]+)?");
  }
}
