package dev.moim.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.lambda.QueueEndpoint;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.shared.rooms.dynamodb.DynamoSeats;
import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.TestContext;
import dev.moim.testkit.VirtualTimers;
import dev.moim.webhooks.delivery.Answer;
import dev.moim.webhooks.lambda.DeliverHandler;
import dev.moim.webhooks.lambda.RetryHandler;
import dev.moim.webhooks.lambda.TellHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The family's functions between real tables and their streams, a queue of virtual time, receivers.
 */
final class HookScene implements AutoCloseable {

  /** One attempt that a receiver saw. */
  record Post(String url, Map<String, String> headers, String body) {

    String id() {
      return String.valueOf(headers.get("webhook-id"));
    }
  }

  final DynamoLicenses licenses;
  private final Supplier<DynamoLicenses> another;
  final DynamoRooms rooms;
  final DynamoSeats seats;
  final VirtualTimers queue;
  final WebhooksWiring wiring;
  final List<Post> posts = Collections.synchronizedList(new ArrayList<>());

  /** What receivers answer, by address; 200 unless it says otherwise. */
  Function<String, Answer> receivers = url -> new Answer(true, 200, "");

  /** What goes wrong around each run of a function; nothing unless a test wants it. */
  Trouble trouble = Trouble.NONE;

  /** What others do while a function waits. */
  Runnable meanwhile = () -> {};

  /** What has changed in licenses, for a test to see. */
  final StreamReader licenseChanges;

  private final List<StreamReader> streams;
  private final TellHandler tell;
  private final QueueEndpoint deliver;
  private final QueueEndpoint retry;

  /** Disturbs what one run of a function asks of AWS. */
  interface Trouble {
    Trouble NONE = new Trouble() {};

    default void before() {}

    default void after() {}

    /** A send that fails, before it takes effect or after. */
    default void send(Runnable sending) {
      sending.run();
    }

    /** Whether a message, or a batch of records, comes once more. */
    default boolean twice() {
      return false;
    }
  }

  HookScene(DynamoDbExtension dynamo, TestClock clock) {
    another = () -> licenses(dynamo, clock);
    licenses = another.get();
    rooms = new DynamoRooms(dynamo.client(), dynamo.table("RoomsTable"), clock);
    seats = new DynamoSeats(dynamo.client(), dynamo.table("RoomsTable"));
    queue = new VirtualTimers(clock);
    Map<String, String> settings =
        Map.of(
            "LICENSES_TABLE", dynamo.table("LicensesTable"),
            "ROOMS_TABLE", dynamo.table("RoomsTable"),
            "WEBHOOKS_TABLE", dynamo.table("WebhooksTable"),
            "TOKEN_SECRET", "the secret that signs tokens of licenses");
    Timers sending = (timer, delay) -> trouble.send(() -> queue.set(timer, delay));
    wiring =
        new WebhooksWiring(
            Deployment.of(new Settings(settings))
                .with(clock)
                .with(dynamo.client())
                .with(sending)
                .withPause(wait -> meanwhile.run()),
            () -> this::receive);
    tell = new TellHandler(wiring);
    deliver = new DeliverHandler(wiring);
    retry = new RetryHandler(wiring);
    licenseChanges = new StreamReader(dynamo, "LicensesTable");
    streams =
        List.of(new StreamReader(dynamo, "RoomsTable"), new StreamReader(dynamo, "LicensesTable"));
  }

  private static DynamoLicenses licenses(DynamoDbExtension dynamo, TestClock clock) {
    RateLimits unlimited =
        RateLimits.from(new Settings(Map.of("RATE_LIMITS", "createRoom=1000000/1000000")));
    return new DynamoLicenses(dynamo.client(), dynamo.table("LicensesTable"), unlimited, clock);
  }

  /** Licenses as another function instance sees them, which remembers nothing of this one. */
  DynamoLicenses anotherInstance() {
    return another.get();
  }

  private Answer receive(String url, Map<String, String> headers, String body) {
    posts.add(new Post(url, headers, body));
    return receivers.apply(url);
  }

  NewLicense tenant(int roomLimit, TestClock clock) {
    NewLicense tenant = NewLicense.issue("acme", roomLimit, clock);
    assertThat(licenses.create(tenant.license())).isTrue();
    return tenant;
  }

  /** Hands over what changed, until the functions have taken all of it. */
  void pump() {
    for (StreamReader stream : streams) {
      List<DynamodbStreamRecord> records = stream.read();
      List<DynamodbStreamRecord> left = records;
      while (!left.isEmpty()) {
        left = left.subList(told(left), left.size());
      }
      if (!records.isEmpty() && trouble.twice()) {
        told(records.subList(new Random(records.size()).nextInt(records.size()), records.size()));
      }
    }
  }

  /** How many of them the function handled, as it says. */
  private int told(List<DynamodbStreamRecord> records) {
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(records);
    trouble.before();
    try {
      var failures = tell.handleRequest(event, TestContext.INSTANCE).getBatchItemFailures();
      return failures.isEmpty()
          ? records.size()
          : numbers(records).indexOf(failures.getFirst().getItemIdentifier());
    } catch (RuntimeException threw) {
      return 0;
    } finally {
      trouble.after();
    }
  }

  private static List<String> numbers(List<DynamodbStreamRecord> records) {
    return records.stream().map(record -> record.getDynamodb().getSequenceNumber()).toList();
  }

  /** Lets time pass, in which the queue's messages come. */
  void pass(Duration time) {
    queue.pass(time, this::fire);
  }

  private void fire(Timers.Timer timer) {
    do {
      Map<String, Object> body = new HashMap<>(timer.data());
      body.put("kind", timer.kind());
      SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
      message.setBody(Json.write(body));
      message.setMessageId("m");
      SQSEvent event = new SQSEvent();
      event.setRecords(List.of(message));
      trouble.before();
      var answer =
          (timer.kind().equals("event") ? deliver : retry)
              .handleRequest(event, TestContext.INSTANCE);
      trouble.after();
      if (!answer.getBatchItemFailures().isEmpty()) {
        queue.set(timer, Duration.ofMinutes(3)); // when it may be received again
      }
    } while (trouble.twice());
  }

  @Override
  public void close() {
    streams.forEach(StreamReader::close);
    licenseChanges.close();
  }
}
