package dev.moim.shared.groups;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A study or a meeting: people who do something together.
 *
 * @param zone where its days begin and end
 * @param kind whose it is: only that family changes it
 */
public record Group(String id, ZoneId zone, String name, Instant createdAt, Kind kind) {

  /** What a group is beside being one. */
  public enum Kind {
    STUDY,
    MEETING
  }

  public static Group study(String id, ZoneId zone, String name, Instant createdAt) {
    return new Group(id, zone, name, createdAt, Kind.STUDY);
  }
}
