package dev.moim.chat;

import static dev.moim.chat.ChatWorld.MEETING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.chat.ChatWorld.Client;
import dev.moim.chat.subscription.ChatSocket;
import dev.moim.chat.subscription.FanOut;
import dev.moim.chat.subscription.Subscription;
import dev.moim.chat.subscription.Topic.OfRoom;
import dev.moim.shared.kernel.Sockets;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Outbox;
import dev.moim.shared.sockets.Recipient;
import dev.moim.shared.sockets.Unreachable;
import dev.moim.shared.sockets.stomp.StompDialect;
import dev.moim.shared.sockets.stomp.StompFraming;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A room in which a thousand sockets listen. */
class FanOutTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(ChatWorld.TABLES);

  private static final int SOCKETS = 1_000;

  private final ChatWorld world = new ChatWorld(DYNAMO, "strict");

  @Test
  void tellsAllOfThemByFourFunctionsSideBySide() {
    world.meeting(MEETING, 1);
    Client first = room(SOCKETS);
    first.say(1, MEETING, "모두 안녕하세요");
    assertThat(world.sockets.takePosts()).isEqualTo(250);
    List<Timer> others = world.timers.waiting();
    assertThat(others).hasSize(3);
    world.pass(Duration.ZERO);
    assertThat(world.sockets.takePosts()).isEqualTo(750);
    for (int i = 0; i < SOCKETS; i++) {
      assertThat(world.sockets.take("c" + i))
          .singleElement()
          .asString()
          .contains("subscription:sub-0\n")
          .contains("모두 안녕하세요");
    }
    // One of the functions dies when it is nearly done, and its timer comes again: what it has
    // posted is posted again, with the id by which a client knows it.
    others.forEach(world.wiring.fanOut()::fire);
    assertThat(world.sockets.takePosts()).isEqualTo(750);
    others.forEach(world.wiring.fanOut()::fire);
    List<String> twice = new ArrayList<>();
    for (int i = 0; i < SOCKETS; i++) {
      twice.addAll(Set.copyOf(world.sockets.take("c" + i)));
    }
    assertThat(twice).as("the same frame each time").hasSize(750);
  }

  /** The first of these sockets, which all listen. */
  private Client room(int sockets) {
    Client first = world.client("c0", 1);
    first.subscribe(MEETING);
    IntStream.range(1, sockets).forEach(i -> listen("c" + i, 1));
    settle();
    return first;
  }

  private void settle() {
    world.clock.advance(Duration.ofMinutes(1));
    world.sockets.takePosts();
  }

  /** The same socket's owner opens them all, as a thousand people would. */
  private void listen(String connectionId, long userId) {
    world.socketWiring.sockets().put(new ChatSocket(connectionId, userId, "1.2"));
    var dialect = StompDialect.of("sub-0", false);
    world
        .wiring
        .subscriptions()
        .add(new Subscription(new OfRoom(MEETING), connectionId, userId, dialect, Set.of(), false));
  }

  @Test
  void whoIsPutOutHearsNothingOfWhatTimersHaveStillToTell() {
    world.meeting(MEETING, 1, 2);
    Client first = room(251);
    listen("z", 2);
    settle();
    first.say(1, MEETING, "하나");
    assertThat(world.timers.waiting()).hasSize(1);
    assertThat(world.kick(1, MEETING, 2).status()).isEqualTo(200);
    world.pass(Duration.ZERO);
    assertThat(world.sockets.take("z")).isEmpty();
    assertThat(world.sockets.take("c99")).hasSize(1);
  }

  @Test
  void whoIsPutOutHearsNothingThatIsRepeated() {
    world.meeting(MEETING, 1, 2);
    Client first = room(2);
    listen("z", 2);
    settle();
    world.sockets.stick("c1");
    world.sockets.stick("z");
    first.say(1, MEETING, "하나");
    assertThat(world.timers.waiting()).hasSize(2);
    world.remove("meeting.kicked", MEETING, 1, 2);
    world.sockets.unstick("c1");
    world.sockets.unstick("z");
    world.pass(Duration.ofSeconds(3));
    assertThat(world.sockets.take("z")).isEmpty();
    assertThat(world.sockets.take("c1")).asString().contains("하나");
  }

  @Test
  void goneAndSlowOnesDelayNobody() {
    world.meeting(MEETING, 1);
    Client first = room(100);
    world.sockets.close("c3");
    world.sockets.stick("c7");
    first.say(1, MEETING, "하나");
    for (int i = 0; i < 100; i++) {
      assertThat(world.sockets.take("c" + i)).hasSize(i == 3 || i == 7 ? 0 : 1);
    }
    world.sockets.unstick("c7");
    world.pass(Duration.ofSeconds(3));
    assertThat(world.sockets.take("c7")).hasSize(1);
    assertThat(world.wiring.subscriptions().of(new OfRoom(MEETING))).hasSize(99);
  }

  /** One in a hundred is closed, and one takes until everybody else has heard. */
  private static final Predicate<String> CLOSED = id -> id.endsWith("33");

  private static final Predicate<String> SLOW = id -> id.endsWith("77");

  @Test
  void slowOnesMayTakeUntilEverybodyElseHasHeard() {
    CountDownLatch others = new CountDownLatch(SOCKETS / 100 * 98);
    AtomicInteger heardLast = new AtomicInteger();
    tellAThousand(
        new Posts(id -> {
          if (SLOW.test(id)) {
            heardLast.addAndGet(await(others) ? 1 : 0);
            return Sockets.Posted.UNKNOWN;
          }
          others.countDown();
          return Sockets.Posted.DELIVERED;
        }));
    assertThat(heardLast).as("they waited for all others in vain otherwise").hasValue(10);
    assertThat(world.timers.waiting())
        .extracting(Timer::kind)
        .containsOnly(Outbox.RETRY, Unreachable.CLOSED_TIMER)
        .hasSize(20);
  }

  private static boolean await(CountDownLatch others) {
    try {
      return others.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Says how far from the ideal it is: so many posts of 10 ms from one function, and no more. */
  @Test
  void isReportedAsARatioToTheIdeal() {
    Posts posts =
        new Posts(id -> {
          pause(SLOW.test(id) ? 2_000 : 10);
          return SLOW.test(id) ? Sockets.Posted.UNKNOWN : Sockets.Posted.DELIVERED;
        });
    tellAThousand(posts);
    posts.times.clear();
    long begun = System.nanoTime();
    tellAThousand(posts);
    List<Long> times = posts.times.stream().sorted().toList();
    double heard = (times.get(SOCKETS / 100 * 98 - 1) - begun) / 1e6;
    double ideal = ideal();
    System.out.printf(
        "Fan-out  980 of 1000 sockets, 10 closed, 10 slow, in four functions on %d processors:"
            + " %.0f ms; one function posts 250 in %.0f ms at best: ratio %.1f%n",
        Runtime.getRuntime().availableProcessors(), heard, ideal, heard / ideal);
    assertThat(times).as("nobody is left out").hasSize(SOCKETS / 100 * 98);
  }

  /** What one function can post at all: nothing but the posts, all at once. */
  private static double ideal() {
    long begun = System.nanoTime();
    try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 250).forEach(i -> all.execute(() -> pause(10)));
    }
    return (System.nanoTime() - begun) / 1e6;
  }

  private static void pause(long milliseconds) {
    try {
      TimeUnit.MILLISECONDS.sleep(milliseconds);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Four functions side by side, each with its part. */
  private void tellAThousand(Posts posts) {
    Outbox outbox =
        new Outbox(
            posts,
            world.timers,
            new StompFraming(),
            Unreachable.lettingGo(world.timers),
            world.clock);
    FanOut fanOut =
        new FanOut(
            world.wiring.subscriptions(), () -> world.timers, new StompFraming(), () -> outbox);
    List<Recipient> all =
        IntStream.range(0, SOCKETS)
            .mapToObj(i -> Recipient.of("c" + i, StompDialect.of("0", false)))
            .toList();
    // Notifications, of which everybody hears who is on the list: no room is needed.
    Message message =
        Message.of("/sub/notifications").with("message-id", "1").with("content", "모두 안녕하세요");
    world.timers.forget();
    var own = fanOut.split(all, message);
    List<Timer> parts = world.timers.waiting();
    world.timers.forget();
    List<Runnable> functions = new ArrayList<>();
    functions.add(() -> outbox.send(own));
    parts.forEach(part -> functions.add(() -> fanOut.fire(part)));
    assertThat(functions).hasSize(4);
    try (var side = Executors.newFixedThreadPool(functions.size())) {
      functions.stream()
          .map(function -> CompletableFuture.runAsync(function, side))
          .toList()
          .forEach(CompletableFuture::join);
    }
  }

  /** Sockets that note when somebody was told. */
  private static final class Posts implements Sockets {

    final List<Long> times = new CopyOnWriteArrayList<>();
    private final Function<String, Posted> answers;

    private Posts(Function<String, Posted> answers) {
      this.answers = answers;
    }

    @Override
    public Posted post(String connectionId, String text) {
      if (CLOSED.test(connectionId)) {
        return Posted.GONE;
      }
      Posted posted = answers.apply(connectionId);
      if (posted == Posted.DELIVERED) {
        times.add(System.nanoTime());
      }
      return posted;
    }

    @Override
    public boolean isOpen(String connectionId) {
      return !CLOSED.test(connectionId);
    }

    @Override
    public void close(String connectionId) {
      throw new UnsupportedOperationException("nobody is cut");
    }
  }
}
