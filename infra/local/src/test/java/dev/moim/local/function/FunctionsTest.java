package dev.moim.local.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.moim.local.Counts;
import dev.moim.local.Json;
import dev.moim.local.Patience;
import dev.moim.local.time.VirtualTimeline;
import dev.moim.shared.lambda.Environment;
import dev.moim.template.Function;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Functions in one JVM: instances, environments, time-outs, serialization. */
class FunctionsTest {

  private final VirtualTimeline timeline = new VirtualTimeline(Instant.EPOCH);
  private final List<String> failures = new ArrayList<>();
  private final Counts counts = new Counts();

  @Test
  void eachFunctionHasItsOwnEnvironment() {
    Functions functions =
        functions(
            function("A", Env.class, Map.of("NAME", "a")), function("B", Env.class, Map.of()));
    assertThat(json(functions, "A", "{}")).contains("\"body\":\"a\"");
    assertThat(json(functions, "B", "{}")).contains("\"body\":\"none\"");
    assertThat(counts.snapshot().invocations()).isEqualTo(Map.of("A", 1L, "B", 1L));
  }

  /** The environment is there in the constructor and, as on Lambda, still there afterwards. */
  @Test
  void environmentIsBoundDuringInvocationsToo() {
    Functions functions = functions(function("A", LateEnv.class, Map.of("NAME", "late")));
    assertThat(json(functions, "A", "{}")).contains("\"body\":\"late\"");
  }

  @Test
  void instanceHandlesOneEventAtATimeAndIsReused() throws Exception {
    Busy.reset();
    Functions functions = functions(function("Busy", Busy.class, Map.of()));
    List<CompletableFuture<Outcome>> running = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      running.add(functions.invoke("Busy", "{}".getBytes()));
    }
    Busy.STARTED.await();
    Busy.RELEASE.countDown();
    running.forEach(CompletableFuture::join);
    functions.awaitIdle();
    assertThat(Busy.INSTANCES).hasValue(5);
    assertThat(Busy.CONCURRENT_IN_ONE).hasValue(0);
    json(functions, "Busy", "{}");
    assertThat(Busy.INSTANCES).hasValue(5);
  }

  /** On Lambda the 101st would be refused already; but nothing waits without end here either. */
  @Test
  void eventsThatTooManyWaitBeforeAreRefused() throws Exception {
    Busy.reset();
    Functions functions = functions(function("Busy", Busy.class, Map.of()));
    int bound = FunctionPool.MAX_INSTANCES + FunctionPool.MAX_WAITING;
    List<CompletableFuture<Outcome>> asked = askAtOnce(functions, 8, (bound + 500) / 8);
    List<CompletableFuture<Outcome>> refused =
        asked.stream().filter(CompletableFuture::isDone).toList();
    assertThat(refused).hasSize(500);
    assertThat(refused)
        .extracting(CompletableFuture::join)
        .containsOnly(new Outcome.Failure("TooManyRequestsException", "Rate Exceeded."));
    assertThat(failures).as("reported once").hasSize(1);
    assertThat(failures.getFirst()).startsWith("Busy ").contains("more are refused");

    Patience.until("all work", () -> Busy.INSTANCES.get() == FunctionPool.MAX_INSTANCES);
    Busy.RELEASE.countDown();
    functions.awaitIdle();
    assertThat(asked.stream().filter(it -> it.join() instanceof Outcome.Answer)).hasSize(bound);
    assertThat(Busy.INSTANCES).hasValue(FunctionPool.MAX_INSTANCES);
    assertThat(Busy.CONCURRENT_IN_ONE).hasValue(0);
    assertThat(json(functions, "Busy", "{}")).contains("done");
  }

  private static List<CompletableFuture<Outcome>> askAtOnce(
      Functions functions, int threads, int each) throws InterruptedException {
    Queue<CompletableFuture<Outcome>> asked = new ConcurrentLinkedQueue<>();
    try (ExecutorService askers = Executors.newFixedThreadPool(threads)) {
      for (int n = 0; n < threads * each; n++) {
        askers.execute(() -> asked.add(functions.invoke("Busy", "{}".getBytes())));
      }
    }
    return List.copyOf(asked);
  }

  @Test
  void nothingStartsOnceTheyAreStopped() {
    Functions functions = functions(function("A", Env.class, Map.of()));
    var late = functions.invoke("A", "{}".getBytes(), Duration.ofSeconds(1));
    functions.stop();
    timeline.advance(Duration.ofSeconds(1));
    Outcome stopped = new Outcome.Failure("Stopped", "the runtime stops");
    assertThat(late.join()).isEqualTo(stopped);
    assertThat(functions.invoke("A", "{}".getBytes()).join()).isEqualTo(stopped);
    assertThat(failures).isEmpty();
  }

  @Test
  void typedEventsAreReadAndWrittenAsOnLambda() {
    Functions functions = functions(function("Batch", Batch.class, Map.of()));
    String event =
        "{\"Records\":[{\"messageId\":\"m1\",\"body\":\"x\",\"eventSourceARN\":\"arn\","
            + "\"unknown\":true}]}";
    assertThat(json(functions, "Batch", event))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1/x/arn\"}]}");
  }

  @Test
  void contextTellsFunctionAndRemainingTime() {
    Functions functions = functions(function("Ctx", Remaining.class, Map.of()));
    assertThat(json(functions, "Ctx", "{}")).contains("\"body\":\"Ctx 128 3000\"");
  }

  @Test
  void functionsTimeOutOnTheTimeline() throws Exception {
    Busy.reset();
    Functions functions = functions(function("Busy", Busy.class, Map.of()));
    var running = functions.invoke("Busy", "{}".getBytes());
    while (Busy.INSTANCES.get() == 0) {
      Thread.onSpinWait();
    }
    timeline.advance(Duration.ofSeconds(3));
    assertThat(running.join())
        .isInstanceOfSatisfying(
            Outcome.Failure.class,
            failure -> assertThat(failure.message()).endsWith("Task timed out after 3.00 seconds"));
    assertThat(failures).hasSize(1).first().asString().startsWith("Busy ");
  }

  @Test
  void failuresAreReportedWithTheFunctionsName() {
    Functions functions =
        functions(function("Bad", Broken.class, Map.of()), function("None", "no.such.Class"));
    assertThat(functions.invoke("Bad", "{}".getBytes()).join())
        .isEqualTo(
            new Outcome.Failure(
                "java.lang.IllegalStateException", "java.lang.IllegalStateException: broken"));
    assertThat(functions.invoke("None", "{}".getBytes()).join())
        .isInstanceOf(Outcome.Failure.class);
    assertThat(failures)
        .containsExactly(
            "Bad java.lang.IllegalStateException: broken",
            "None java.lang.ClassNotFoundException: no.such.Class");
  }

  @Test
  void unknownFunctionIsAMistakeOfTheCaller() {
    assertThatThrownBy(() -> functions().invoke("X", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("X");
  }

  private Functions functions(Function... all) {
    return new Functions(
        List.of(all),
        environment -> environment,
        timeline,
        counts,
        (name, failure) -> failures.add(name + " " + failure));
  }

  private static Function function(String name, Class<?> type, Map<String, String> environment) {
    return new Function(name, type.getName(), environment, Duration.ofSeconds(3), 128, List.of());
  }

  private static Function function(String name, String handler) {
    return new Function(name, handler, Map.of(), Duration.ofSeconds(3), 128, List.of());
  }

  private static String json(Functions functions, String name, String event) {
    return switch (functions.invoke(name, event.getBytes()).join()) {
      case Outcome.Answer answer -> Json.parse(answer.json()).orElseThrow().toString();
      case Outcome.Failure failure -> throw new AssertionError(failure);
    };
  }

  private static APIGatewayV2HTTPResponse body(String text) {
    return APIGatewayV2HTTPResponse.builder().withStatusCode(200).withBody(text).build();
  }

  /** Answers its NAME as it was when the instance was made. */
  public static final class Env
      implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final String name = Environment.settings().find("NAME").orElse("none");

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
      return body(name);
    }
  }

  /** Answers its NAME as it is now. */
  public static final class LateEnv
      implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
      return body(Environment.settings().require("NAME"));
    }
  }

  /** Waits in its handler, and notes how often it was made and entered. */
  public static final class Busy
      implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    static final AtomicInteger INSTANCES = new AtomicInteger();
    static final AtomicInteger CONCURRENT_IN_ONE = new AtomicInteger();
    static CountDownLatch STARTED = new CountDownLatch(0);
    static CountDownLatch RELEASE = new CountDownLatch(0);

    private final AtomicInteger inside = new AtomicInteger();

    public Busy() {
      INSTANCES.incrementAndGet();
    }

    static void reset() {
      INSTANCES.set(0);
      CONCURRENT_IN_ONE.set(0);
      STARTED = new CountDownLatch(5);
      RELEASE = new CountDownLatch(1);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
      if (inside.getAndIncrement() > 0) {
        CONCURRENT_IN_ONE.incrementAndGet();
      }
      STARTED.countDown();
      try {
        RELEASE.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      inside.decrementAndGet();
      return body("done");
    }
  }

  /** Says of each message that it failed. */
  public static final class Batch implements RequestHandler<SQSEvent, SQSBatchResponse> {

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
      return new SQSBatchResponse(
          event.getRecords().stream()
              .map(it -> it.getMessageId() + "/" + it.getBody() + "/" + it.getEventSourceArn())
              .map(SQSBatchResponse.BatchItemFailure::new)
              .toList());
    }
  }

  /** Answers what its context says. */
  public static final class Remaining
      implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
      return body(
          context.getFunctionName()
              + " "
              + context.getMemoryLimitInMB()
              + " "
              + context.getRemainingTimeInMillis());
    }
  }

  /** Always fails. */
  public static final class Broken
      implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
      throw new IllegalStateException("broken");
    }
  }
}
