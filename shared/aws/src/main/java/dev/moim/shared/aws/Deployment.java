package dev.moim.shared.aws;

import dev.moim.shared.aws.sqs.SqsTimers;
import dev.moim.shared.kernel.Lazy;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.kernel.Pause;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Timers;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What functions of all families are made of: settings, time, and what they talk to. Each client is
 * made when it is first asked for, so a function that does without one does not pay for its start.
 *
 * <p>A family's wiring takes one and builds its use cases with it. Tests replace what they want to
 * hold in their hands: {@code Deployment.of(settings).with(clock).with(timers)}.
 */
public final class Deployment {

  private static final Duration RECONNECT_GRACE = Duration.ofSeconds(30);
  private static final Duration PING_INTERVAL = Duration.ofMinutes(5);
  private static final int SIGNING_KEY_LENGTH = 32;

  private final Settings settings;
  private final Clock clock;
  private final Supplier<DynamoDbClient> dynamo;
  private final Supplier<Sockets> sockets;
  private final Supplier<Timers> timers;
  private final Consumer<Duration> pause;
  private final AwsSecrets secrets;
  private final Supplier<String> tokenSecret;

  private Deployment(
      Settings settings,
      Clock clock,
      Supplier<DynamoDbClient> dynamo,
      Supplier<Sockets> sockets,
      Supplier<Timers> timers,
      Consumer<Duration> pause) {
    this.settings = settings;
    this.clock = clock;
    this.dynamo = dynamo;
    this.sockets = sockets;
    this.timers = timers;
    this.pause = pause;
    secrets = new AwsSecrets(settings, new Lazy<>(new AwsClients(settings)::secrets), clock);
    tokenSecret = secrets.require("TOKEN_SECRET", Deployment::signingKey);
  }

  /** Everything as it is on AWS, or behind the endpoints that the settings name instead. */
  public static Deployment of(Settings settings) {
    AwsClients aws = new AwsClients(settings);
    return new Deployment(
        settings,
        Clock.systemUTC(),
        new Lazy<>(aws::dynamoDb),
        new Lazy<>(() -> aws.sockets(stageUrl(settings))),
        new Lazy<>(() -> timers(aws, settings.require("TIMERS_QUEUE"))),
        Pause::sleep);
  }

  private static Timers timers(AwsClients aws, String queueUrl) {
    return new LateTimers(() -> new SqsTimers(aws.sqs(), queueUrl));
  }

  private static URI stageUrl(Settings settings) {
    return URI.create(settings.require("SOCKET_ENDPOINT"));
  }

  public Deployment with(Clock other) {
    return new Deployment(settings, other, dynamo, sockets, timers, pause);
  }

  public Deployment with(DynamoDbClient other) {
    return new Deployment(settings, clock, () -> other, sockets, timers, pause);
  }

  public Deployment with(Sockets other) {
    return new Deployment(settings, clock, dynamo, () -> other, timers, pause);
  }

  public Deployment with(Timers other) {
    return new Deployment(settings, clock, dynamo, sockets, () -> other, pause);
  }

  /**
   * @param other what happens instead of waiting
   */
  public Deployment withPause(Consumer<Duration> other) {
    return new Deployment(settings, clock, dynamo, sockets, timers, other);
  }

  public Settings settings() {
    return settings;
  }

  public Clock clock() {
    return clock;
  }

  public DynamoDbClient dynamo() {
    return dynamo.get();
  }

  /**
   * The sockets of the family's WebSocket API.
   *
   * @throws IllegalStateException if {@code SOCKET_ENDPOINT} is not set
   */
  public Sockets sockets() {
    return sockets.get();
  }

  /**
   * The family's timers.
   *
   * @throws IllegalStateException if {@code TIMERS_QUEUE} is not set
   */
  public Timers timers() {
    return timers.get();
  }

  /** Waits this long. */
  public Consumer<Duration> pause() {
    return pause;
  }

  public AwsSecrets secrets() {
    return secrets;
  }

  /** What tokens of users and licenses are signed with; asked for each time. */
  public Supplier<String> tokenSecret() {
    return tokenSecret;
  }

  /** As RFC 7518 asks of a key of HS256. */
  private static String signingKey(String secret) {
    if (secret.length() < SIGNING_KEY_LENGTH) {
      throw new MalformedException("it is shorter than " + SIGNING_KEY_LENGTH + " characters");
    }
    return secret;
  }

  /** How often somebody on a socket hears from us, so that nothing on the way forgets it. */
  public Duration pingInterval() {
    return settings.seconds("PING_SECONDS", PING_INTERVAL);
  }

  /** How long somebody whose socket is lost counts as there, in case they come back. */
  public Duration reconnectGrace() {
    return settings.seconds("RECONNECT_GRACE_SECONDS", RECONNECT_GRACE);
  }
}
