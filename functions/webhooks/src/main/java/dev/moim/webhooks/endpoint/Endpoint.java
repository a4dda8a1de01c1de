package dev.moim.webhooks.endpoint;

import dev.moim.webhooks.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Where a tenant's server is told what happened.
 *
 * @param events those it wants; none means all
 * @param createdAt epoch milliseconds
 */
public record Endpoint(
    String id, Set<EventType> events, String url, SigningKeys keys, long createdAt, State state) {

  /** An endpoint that takes nothing for so long is told nothing more. */
  public static final Duration PATIENCE = Duration.ofDays(3);

  /** How many a license may have. */
  public static final int MOST = 5;

  /**
   * Whether it is told.
   *
   * @param failingSince since when it has taken nothing, epoch milliseconds; 0 if it did last time
   * @param disabled why it is told nothing, if so
   */
  public record State(long failingSince, Optional<String> disabled) {

    public static final State WELL = new State(0, Optional.empty());
  }

  public Endpoint {
    events = Set.copyOf(events);
  }

  public boolean enabled() {
    return state.disabled().isEmpty();
  }

  public boolean failing() {
    return state.failingSince() > 0;
  }

  /** Whether it is to be told of such an event. */
  public boolean wants(EventType type) {
    return enabled() && (events.isEmpty() || events.contains(type));
  }

  /** It took a message. */
  public Endpoint well() {
    return enabled() ? with(State.WELL) : this;
  }

  /** It did not take one, which is told no more if that has been so for too long. */
  public Endpoint failed(Instant now) {
    if (!failing()) {
      return with(new State(now.toEpochMilli(), state.disabled()));
    }
    Instant since = Instant.ofEpochMilli(state.failingSince());
    return enabled() && !now.isBefore(since.plus(PATIENCE))
        ? disabled("it has taken nothing since " + since)
        : this;
  }

  /** Why it is disabled already stays: what comes later is no news to its tenant. */
  public Endpoint disabled(String why) {
    return enabled() ? with(new State(state.failingSince(), Optional.of(why))) : this;
  }

  Endpoint with(State other) {
    return new Endpoint(id, events, url, keys, createdAt, other);
  }

  Endpoint with(SigningKeys other) {
    return new Endpoint(id, events, url, other, createdAt, state);
  }

  /** Nothing is known of the other address yet; whether it is told at all, its tenant decides. */
  Endpoint to(String otherUrl) {
    return new Endpoint(id, events, otherUrl, keys, createdAt, new State(0, state.disabled()));
  }

  Endpoint wanting(Set<EventType> other) {
    return new Endpoint(id, other, url, keys, createdAt, state);
  }
}
