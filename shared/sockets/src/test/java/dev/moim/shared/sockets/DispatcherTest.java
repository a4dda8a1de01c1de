package dev.moim.shared.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.ErrorCode;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.kernel.Measures;
import dev.moim.shared.kernel.Metric;
import dev.moim.shared.sockets.TestFamily.Code;
import dev.moim.shared.sockets.TestFamily.CodeFromBelow;
import dev.moim.testkit.RecordingSockets;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.VirtualTimers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DispatcherTest {

  private static final Sender JUST_CONNECTED = TestFamily.sender(Duration.ofMillis(4_999));
  private static final Sender LONG_CONNECTED = TestFamily.sender(Duration.ofSeconds(5));

  private final RecordingSockets sockets = new RecordingSockets();
  private final Outbox outbox =
      new Outbox(
          sockets,
          new VirtualTimers(TestClock.at("2026-01-31T09:00:00Z")),
          TestFamily.FRAMING,
          (to, letter, reason) -> {},
          Clock.systemUTC());
  private final Map<String, Operation> operations = new HashMap<>();
  private final List<Duration> pauses = new ArrayList<>();
  private Runnable meanwhile = () -> {};

  private Answer dispatch(Sender sender, String name) {
    Dispatcher dispatcher =
        new Dispatcher(
            operations,
            TestFamily.ERRORS,
            outbox,
            wait -> {
              pauses.add(wait);
              meanwhile.run();
            });
    return dispatcher.dispatch(sender, new Request(name, new Fields(Map.of("raised", true))));
  }

  private Refusal refusal(Sender sender, RuntimeException thrown) {
    operations.put(
        "fails",
        (who, fields) -> {
          throw thrown;
        });
    return refusal(dispatch(sender, "fails"));
  }

  private static Refusal refusal(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused) answer).refusal();
  }

  @Test
  void aRefusalCountsOnceHoweverOftenItIsTried() {
    Measures measures = new Measures();
    Refusal refusal =
        measures.during(() -> refusal(LONG_CONNECTED, DomainException.pending(Code.values()[0])));

    assertThat(pauses).isNotEmpty();
    assertThat(measures.sums()).isEqualTo(Map.of(Metric.REFUSALS, 1.0));
    assertThat(measures.refusal()).contains(refusal.code().name());
  }

  @Test
  void theOthersAreToldBeforeTheSenderIsAnswered() {
    operations.put(
        "raiseHand",
        (sender, fields) ->
            Outcome.reply(Map.of("raised", fields.flag("raised")))
                .telling(TestFamily.hello("c2", sender.connectionId())));

    assertThat(dispatch(LONG_CONNECTED, "raiseHand"))
        .isEqualTo(new Answer.Done(Optional.of(Map.of("raised", true))));
    assertThat(sockets.take("c2")).containsExactly("j[hello{from=c1}]");
  }

  @Test
  void successWithoutAnAnswerHasNone() {
    operations.put("chat", (sender, fields) -> Outcome.silent());
    assertThat(dispatch(LONG_CONNECTED, "chat")).isEqualTo(new Answer.Done(Optional.empty()));
  }

  @Test
  void whatFollowsIsFoundOutOnceTheNoticesAreOut() {
    List<String> toldBefore = new ArrayList<>();
    operations.put(
        "mute",
        (sender, fields) ->
            Outcome.ok()
                .then(() -> {
                  toldBefore.addAll(sockets.take("c2"));
                  return List.of(TestFamily.hello("c2", "state of now"));
                })
                .telling(TestFamily.hello("c2", "state of then")));

    dispatch(LONG_CONNECTED, "mute");

    assertThat(toldBefore).containsExactly("j[hello{from=state of then}]");
    assertThat(sockets.take("c2")).containsExactly("j[hello{from=state of now}]");
  }

  @Test
  void aFailureOfWhatFollowsRefusesNothingAndHindersNothing() {
    operations.put(
        "mute",
        (sender, fields) ->
            Outcome.ok()
                .then(() -> {
                  throw new IllegalStateException("table is gone");
                })
                .then(() -> List.of(TestFamily.hello("c2", "c1"))));

    assertThat(dispatch(LONG_CONNECTED, "mute")).isEqualTo(new Answer.Done(Optional.of(Map.of())));
    assertThat(sockets.take("c2")).hasSize(1);
  }

  @Test
  void anUnknownOperationIsRefusedAtOnce() {
    operations.put("chat", (sender, fields) -> Outcome.ok());
    Refusal refusal = refusal(dispatch(JUST_CONNECTED, "Chat"));
    assertThat(refusal.code()).isEqualTo(Code.UNKNOWN_OPERATION);
    assertThat(pauses).isEmpty();
  }

  @Test
  void aFrameThatIsNoRequestIsRefusedWithItsReason() {
    Dispatcher dispatcher = new Dispatcher(Map.of(), TestFamily.ERRORS, outbox, pauses::add);
    assertThat(refusal(dispatcher.malformed("not JSON")))
        .isEqualTo(new Refusal(Code.MALFORMED, "not JSON", Optional.empty(), false));
  }

  @Test
  void fieldsHaveCodesForMissingAndInvalid() {
    assertThat(refusal(JUST_CONNECTED, FieldException.missing("roomId")))
        .isEqualTo(new Refusal(Code.MISSING_FIELD, "roomId is required", Optional.empty(), false));
    assertThat(refusal(JUST_CONNECTED, FieldException.invalid("capacity", "a number")).code())
        .isEqualTo(Code.INVALID_FIELD);
    assertThat(refusal(JUST_CONNECTED, new MalformedException("no SDP")).code())
        .isEqualTo(Code.MALFORMED);
    assertThat(pauses).isEmpty();
  }

  @Test
  void aDefectIsAnsweredWithoutItsMessage() {
    Refusal refusal = refusal(JUST_CONNECTED, new IllegalStateException("password is hunter2"));
    assertThat(refusal)
        .isEqualTo(new Refusal(Code.FAILED, "text of FAILED", Optional.empty(), false));
    assertThat(pauses).isEmpty();
  }

  @Test
  void aRefusalSaysWhenItIsWorthTryingAgain() {
    Duration wait = Duration.ofSeconds(3);
    assertThat(refusal(LONG_CONNECTED, DomainException.retryAfter(Code.ROOM_FULL, wait)))
        .isEqualTo(new Refusal(Code.ROOM_FULL, "text of ROOM_FULL", Optional.of(wait), false));
  }

  @Test
  void aCodeFromBelowBecomesTheFamilysOwn() {
    var refusal =
        refusal(LONG_CONNECTED, new DomainException(CodeFromBelow.MEDIA_SERVER_DOWN, "no SFU"));
    assertThat(refusal.code()).isEqualTo(Code.NO_MEDIA);
    assertThat(refusal.message()).isEqualTo("no SFU");
  }

  @Test
  void aPendingRequestIsTriedForAboutASecondAndThenRefused() {
    List<Boolean> lastAttempts = new ArrayList<>();
    operations.put(
        "offer",
        (sender, fields) -> {
          lastAttempts.add(sender.lastAttempt());
          throw DomainException.pending(Code.ROOM_FULL);
        });

    Refusal refusal = refusal(dispatch(LONG_CONNECTED, "offer"));

    assertThat(refusal.code()).isEqualTo(Code.ROOM_FULL);
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofMillis(950));
    assertThat(pauses).isSorted();
    assertThat(lastAttempts).containsExactly(false, false, false, false, false, true);
  }

  @Test
  void aPendingRequestSucceedsOnceWhatItLacksIsThere() {
    AtomicBoolean joined = new AtomicBoolean();
    operations.put("join", (sender, fields) -> Outcome.ok());
    operations.put(
        "offer",
        (sender, fields) -> {
          if (!joined.get()) {
            throw DomainException.pending(Code.NOT_A_MEMBER);
          }
          return Outcome.ok().telling(TestFamily.hello("c2", "c1"));
        });
    meanwhile = () -> joined.set(pauses.size() == 2);

    assertThat(dispatch(LONG_CONNECTED, "offer")).isInstanceOf(Answer.Done.class);
    assertThat(pauses).hasSize(2);
    assertThat(sockets.take("c2")).as("told once").hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void ofANewSocketOnlyLackOfMembershipIsTriedAgain(ErrorCode code) {
    assertThat(refusal(JUST_CONNECTED, new DomainException(code)).code()).isEqualTo(code);
    assertThat(pauses).hasSize(code == Code.NOT_A_MEMBER ? 5 : 0);
  }

  @Test
  void ofAnOldSocketNothingIsTriedAgain() {
    refusal(LONG_CONNECTED, new DomainException(Code.NOT_A_MEMBER));
    assertThat(pauses).isEmpty();
  }

  @Test
  void theRefusalOfTheLastAttemptIsAnswered() {
    List<ErrorCode> refusals = new ArrayList<>(Arrays.asList(Code.NOT_A_MEMBER, Code.ROOM_FULL));
    operations.put(
        "join",
        (sender, fields) -> {
          throw new DomainException(refusals.removeFirst());
        });
    assertThat(refusal(dispatch(JUST_CONNECTED, "join")).code()).isEqualTo(Code.ROOM_FULL);
    assertThat(pauses).hasSize(1);
  }

  @Test
  void aFrameWhoseRelayMightNotFitIsRefusedBeforeAnythingHappens() {
    operations.put(
        "chat",
        (sender, fields) -> {
          throw new AssertionError("it ran");
        });
    Sender sender = LONG_CONNECTED.sending(Dispatcher.MAX_FRAME + 1);
    assertThat(dispatch(sender, "chat"))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused ->
                assertThat(refused.refusal().code())
                    .isEqualTo(TestFamily.ERRORS.of(Problem.TOO_LONG)));
  }
}
