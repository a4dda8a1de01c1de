package dev.moim.meetings.meeting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the author of a meeting says about it.
 *
 * @param at to the second
 * @param maxCount how many take part at most, the author included
 * @param categories at least one, each once
 * @param picture the name of its picture
 */
public record Details(
    String title,
    Venue venue,
    Instant at,
    int maxCount,
    List<Category> categories,
    String content,
    @Nullable String picture) {

  public static final int MAX_TITLE = 60;
  public static final int MAX_CONTENT = 600;
  public static final int MAX_ADDRESS = 200;
  public static final int MIN_COUNT = 2;

  /** The members of a meeting are changed and deleted together. */
  public static final int MAX_COUNT = 1_000;

  public Details {
    categories = List.copyOf(categories);
  }

  public Details pictured(@Nullable String name) {
    return new Details(title, venue, at, maxCount, categories, content, name);
  }
}
