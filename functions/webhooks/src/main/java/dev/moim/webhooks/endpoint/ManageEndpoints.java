package dev.moim.webhooks.endpoint;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.licenses.LicenseControl;
import dev.moim.webhooks.event.EventType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a tenant does with its endpoints. */
public final class ManageEndpoints {

  private static final int ID_LENGTH = 12;
  private static final int MAX_EVENTS = 20;
  private static final int MAX_OVERLAP_SECONDS = 7 * 24 * 3600;
  private static final Duration OVERLAP = Duration.ofDays(1);

  private final Endpoints endpoints;
  private final LicenseControl licenses;
  private final ListenToRooms.Call listen;
  private final MarkRooms markRooms;
  private final Target.Loopback loopback;
  private final Clock clock;

  public ManageEndpoints(
      Endpoints endpoints,
      LicenseControl licenses,
      Timers timers,
      MarkRooms markRooms,
      Target.Loopback loopback,
      Clock clock) {
    this.endpoints = endpoints;
    this.licenses = licenses;
    this.listen = new ListenToRooms.Call(timers);
    this.markRooms = markRooms;
    this.loopback = loopback;
    this.clock = clock;
  }

  public List<Endpoint> list(String licenseId) {
    return endpoints.of(licenseId);
  }

  /** What happens after it returns is told, in rooms that are open already too. */
  public Endpoint create(String licenseId, Fields request) {
    String url = checked(request.text("url"));
    Endpoint endpoint =
        new Endpoint(
            "wh_" + Ids.base36(ID_LENGTH),
            events(request).orElse(Set.of()),
            url,
            SigningKeys.fresh(),
            clock.millis(),
            Endpoint.State.WELL);
    // Rooms that are made from now on know before anything is promised.
    licenses.tell(licenseId, true);
    boolean added = endpoints.add(licenseId, endpoint);
    // Should this function die, the queue has it done.
    listen.to(licenseId);
    if (!added) {
      throw new DomainException(WebhookError.TOO_MANY);
    }
    markRooms.of(licenseId);
    return endpoint;
  }

  /** What the request does not name stays. */
  public Endpoint change(EndpointKey key, Fields request) {
    Optional<String> url = request.optionalText("url").map(this::checked);
    Optional<Set<EventType>> events = events(request);
    Optional<Boolean> enabled = request.optionalFlag("enabled");
    return changed(
        key,
        endpoint -> {
          Endpoint moved =
              url.filter(it -> !it.equals(endpoint.url())).map(endpoint::to).orElse(endpoint);
          Endpoint filtered = events.map(moved::wanting).orElse(moved);
          return enabled.map(on -> switched(filtered, on)).orElse(filtered);
        });
  }

  private static Endpoint switched(Endpoint endpoint, boolean on) {
    if (on == endpoint.enabled()) {
      return endpoint;
    }
    return on ? endpoint.with(Endpoint.State.WELL) : endpoint.disabled("its tenant disabled it");
  }

  /** A new secret; both sign for the overlap that the request names in seconds, or for a day. */
  public Endpoint rotate(EndpointKey key, Fields request) {
    Duration overlap =
        request
            .optionalInt("overlap", 0, MAX_OVERLAP_SECONDS)
            .map(Duration::ofSeconds)
            .orElse(OVERLAP);
    SigningKeys next = find(key).keys().rotated(clock.instant(), overlap);
    return changed(key, endpoint -> endpoint.with(next));
  }

  public void delete(EndpointKey key) {
    if (!endpoints.remove(key)) {
      throw new DomainException(WebhookError.WEBHOOK_NOT_FOUND);
    }
    listen.to(key.licenseId());
  }

  public Endpoint find(EndpointKey key) {
    return endpoints
        .find(key)
        .orElseThrow(() -> new DomainException(WebhookError.WEBHOOK_NOT_FOUND));
  }

  private Endpoint changed(EndpointKey key, UnaryOperator<Endpoint> change) {
    return endpoints
        .change(key, change)
        .orElseThrow(() -> new DomainException(WebhookError.WEBHOOK_NOT_FOUND));
  }

  private static Optional<Set<EventType>> events(Fields request) {
    if (request.raw("events") == null) {
      return Optional.empty();
    }
    return Optional.of(
        request.texts("events", MAX_EVENTS).stream()
            .map(text ->
                EventType.of(text)
                    .filter(type -> type != EventType.TEST)
                    .orElseThrow(() -> FieldException.invalid("events", "of " + choices())))
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static String choices() {
    return EventType.choices().stream().map(EventType::text).collect(Collectors.joining(", "));
  }

  /** A name that nobody knows yet may lead somewhere tomorrow: that is looked at then. */
  private String checked(String url) {
    Target target = Target.of(url, loopback);
    if (target.tls() && !leadsOutside(target)) {
      throw FieldException.invalid("url", "of a name that leads to public addresses only");
    }
    return url;
  }

  private static boolean leadsOutside(Target target) {
    try {
      return Stream.of(InetAddress.getAllByName(target.host())).allMatch(PublicAddresses::holds);
    } catch (UnknownHostException notYet) {
      return true;
    }
  }
}
