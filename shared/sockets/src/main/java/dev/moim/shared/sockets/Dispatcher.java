package dev.moim.shared.sockets;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.kernel.Measures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the operation a request names, tells whom it concerns, and turns every failure into the
 * family's code for it.
 *
 * <p>The gateway hands the frames of one socket to functions side by side, so a request may arrive
 * before the one that makes its sender a member. It is tried again for about a second before it is
 * refused, if the socket is new or something is known to be under way; others are refused at once,
 * or anybody could keep functions waiting.
 */
public final class Dispatcher {

  /** Between the attempts; 950 ms in all. */
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          Duration.ofMillis(200),
          Duration.ofMillis(300),
          Duration.ofMillis(300));

  /**
   * The gateway carries 128 KB either way (131,072 bytes), and what is relayed of a frame says more
   * than the frame: who sent it, when, in which room, in its recipient's dialect.
   */
  static final int MAX_FRAME = 124 * 1_024;

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final Map<String, Operation> operations;
  private final FamilyErrors errors;
  private final Outbox outbox;
  private final Consumer<Duration> pause;

  /**
   * @param pause waits this long; tests let something happen instead
   */
  public Dispatcher(
      Map<String, Operation> operations,
      FamilyErrors errors,
      Outbox outbox,
      Consumer<Duration> pause) {
    this.operations = Map.copyOf(operations);
    this.errors = errors;
    this.outbox = outbox;
    this.pause = pause;
  }

  /** Returns once everybody concerned has been told, or will be by a timer. */
  public Answer dispatch(Sender sender, Request request) {
    Operation operation = operations.get(request.name());
    if (operation == null) {
      // Its name is what somebody has sent whom nobody knows: of any length, and no word of ours.
      return refused("operation", refusal(Problem.UNKNOWN_OPERATION, "no such operation"));
    }
    if (sender.bytes() > MAX_FRAME) {
      return refused(
          request.name(), refusal(Problem.TOO_LONG, "a frame may be " + MAX_FRAME + " bytes long"));
    }
    Answer answer = attempt(admitting(operation), sender, request);
    for (int i = 0; i < WAITS.size() && mayPass(answer, sender); i++) {
      pause.accept(WAITS.get(i));
      boolean last = i == WAITS.size() - 1;
      answer = attempt(operation, last ? sender.tryingLast() : sender, request);
    }
    if (answer instanceof Answer.Refused(Refusal refusal)) {
      return refused(request.name(), refusal);
    }
    return answer;
  }

  /** Something arrived that is no request at all. */
  public Answer malformed(String why) {
    return refused("frame", refusal(Problem.MALFORMED, why));
  }

  /** Only the first attempt counts against how often its sender may ask. */
  private static Operation admitting(Operation operation) {
    return (sender, fields) ->
        operation.admits(sender) ? operation.run(sender, fields) : Outcome.silent();
  }

  private Answer attempt(Operation operation, Sender sender, Request request) {
    try {
      Outcome outcome = operation.run(sender, request.fields());
      outbox.send(outcome.notices(), sender.receivedAt());
      follow(outcome.afterwards(), sender, request);
      return new Answer.Done(outcome.reply());
    } catch (DomainException refused) {
      return new Answer.Refused(
          new Refusal(
              errors.own(refused.code()),
              refused.getMessage(),
              refused.retryAfter(),
              refused.isPending()));
    } catch (FieldException wrong) {
      return new Answer.Refused(refusal(problem(wrong), wrong.getMessage()));
    } catch (MalformedException noRequest) {
      return new Answer.Refused(refusal(Problem.MALFORMED, text(noRequest)));
    } catch (RuntimeException defect) {
      LOG.error("{} failed", request.name(), defect);
      return new Answer.Refused(refusal(Problem.FAILED, errors.of(Problem.FAILED).message()));
    }
  }

  /** The operation has succeeded and others have heard of it: nothing may refuse it any more. */
  private void follow(List<Supplier<List<Notice>>> afterwards, Sender sender, Request request) {
    Instant at = sender.receivedAt();
    for (Supplier<List<Notice>> next : afterwards) {
      at = at.plus(Outbox.LATER);
      try {
        outbox.send(next.get(), at);
      } catch (RuntimeException defect) {
        LOG.error("what follows {} failed", request.name(), defect);
      }
    }
  }

  private boolean mayPass(Answer answer, Sender sender) {
    return answer instanceof Answer.Refused(Refusal refusal)
        && (refusal.pending() || (sender.isNew() && errors.isMembership(refusal.code())));
  }

  private static Problem problem(FieldException wrong) {
    return switch (wrong.problem()) {
      case MISSING -> Problem.MISSING_FIELD;
      case INVALID -> Problem.INVALID_FIELD;
    };
  }

  private static String text(MalformedException noRequest) {
    String message = noRequest.getMessage();
    return message == null ? "no request" : message;
  }

  private Refusal refusal(Problem problem, String why) {
    return new Refusal(errors.of(problem), errors.message(problem, why), Optional.empty(), false);
  }

  private static Answer refused(String name, Refusal refusal) {
    LOG.info("{} refused: {}", name, refusal.code().name());
    Measures.refused(refusal.code());
    return new Answer.Refused(refusal);
  }
}
