package dev.moim.webhooks.event;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a tenant's server can be told of. */
public enum EventType {
  ROOM_CREATED("room.created"),
  ROOM_ENDED("room.ended"),
  PARTICIPANT_JOINED("participant.joined"),
  PARTICIPANT_LEFT("participant.left"),
  /** Instead of {@link #PARTICIPANT_LEFT}: the host threw that member out. */
  PARTICIPANT_KICKED("participant.kicked"),
  SHARE_STARTED("share.started"),
  SHARE_STOPPED("share.stopped"),
  /** Four fifths of the rooms that may be open at once are. */
  LICENSE_NEAR_LIMIT("license.near_limit"),
  LICENSE_AT_LIMIT("license.at_limit"),
  /** Nothing happened: somebody wants to know whether an endpoint hears us. */
  TEST("webhook.test");

  private final String text;

  EventType(String text) {
    this.text = text;
  }

  /** As it stands in an event. */
  public String text() {
    return text;
  }

  public static Optional<EventType> of(String text) {
    return Stream.of(values()).filter(type -> type.text.equals(text)).findFirst();
  }

  /** Those an endpoint may choose from. */
  public static List<EventType> choices() {
    return Stream.of(values()).filter(type -> type != TEST).toList();
  }
}
