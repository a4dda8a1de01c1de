package dev.moim.studies.signal;

/** What peers send each other to set up their WebRTC connection. */
public enum Signal {
  OFFER("offer"),
  ANSWER("answer"),
  /** {@code null} is a candidate too, since browsers end their candidates with it. */
  ICE_CANDIDATE("candidate");

  private final String field;

  Signal(String field) {
    this.field = field;
  }

  /** The event it travels in, both ways. */
  String event() {
    return this == ICE_CANDIDATE ? "video:ice-candidate" : "video:" + field;
  }

  /** Where the event has it. */
  String field() {
    return field;
  }
}
