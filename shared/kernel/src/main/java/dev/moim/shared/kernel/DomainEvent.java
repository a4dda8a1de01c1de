package dev.moim.shared.kernel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Something that happened, for whoever reacts to it. It is written in the transaction that caused
 * it and leaves by the table's stream, so it is told if and only if it happened, at least once.
 *
 * @param id one for each time that something happens: who has handled it need not again
 * @param occurredAt to the millisecond
 * @param kind what happened, such as {@code meeting.approved}
 * @param fields what others must know of it, by name
 */
public record DomainEvent(String id, Instant occurredAt, String kind, Map<String, String> fields) {

  public DomainEvent {
    occurredAt = occurredAt.truncatedTo(ChronoUnit.MILLIS);
    fields = Map.copyOf(fields);
  }

  /** An event with a new id, which sorts by when it occurred. */
  public static DomainEvent of(String kind, Instant occurredAt, Map<String, String> fields) {
    return new DomainEvent(Ids.timeOrdered(occurredAt), occurredAt, kind, fields);
  }

  /**
   * @throws IllegalStateException if the event has no such field
   */
  public String field(String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalStateException(kind + " has no field " + name);
    }
    return value;
  }

  /** Names of the attributes of the item that an event is in its table, and in the stream. */
  public static final class Item {

    public static final String ID = "eventId";
    public static final String OCCURRED_AT = "occurredAt"; // epoch milliseconds, N
    public static final String KIND = "kind";
    public static final String FIELDS = "fields"; // texts by name, M
    public static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N, TTL

    private Item() {}
  }
}
