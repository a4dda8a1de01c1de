package dev.moim.rooms.socketio;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.sockets.polling.SessionId;
import dev.moim.shared.sockets.socketio.Greeting;
import dev.moim.shared.wire.engineio.EngineIoPacket;
import dev.moim.shared.wire.engineio.PayloadCodec;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code GET /socket.io}: greets Socket.IO's clients, which poll unless told otherwise, and lets
 * them wait until their WebSocket is open. It knows nothing of any session but what its id says.
 */
public final class PollHandler extends HttpEndpoint {

  private static final Duration SHORTEST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final Greeting greeting;
  private final Consumer<Duration> pause;

  public PollHandler() {
    this(Deployment.of(Environment.settings()));
  }

  public PollHandler(Deployment deployment) {
    super(new PollingErrors());
    greeting = new Greeting(deployment.pingInterval());
    pause = deployment.pause();
  }

  @Override
  protected HttpReply serve(HttpRequest request) {
    PollingRequest poll = PollingRequest.of(request);
    EngineIoPacket packet =
        poll.session().map(session -> noop(session, poll)).orElseGet(() -> greet(poll));
    return PollingRequest.answer(PayloadCodec.encode(poll.version(), List.of(packet)));
  }

  private EngineIoPacket greet(PollingRequest poll) {
    return greeting.toPoll(poll.version(), SessionId.issue(poll.receivedAt()).text());
  }

  private EngineIoPacket noop(SessionId session, PollingRequest poll) {
    pause.accept(wait(session.age(poll.receivedAt())));
    return EngineIoPacket.noop();
  }

  /**
   * A client whose WebSocket is there waits for the end of its poll, so a poll is short. One that
   * is longer without has it slower, or never, and asks less often.
   */
  static Duration wait(Duration age) {
    Duration half = age.dividedBy(2);
    if (half.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return half.compareTo(LONGEST) > 0 ? LONGEST : half;
  }

  @Override
  protected void prime() {
    // Nothing is asked elsewhere.
  }
}
