package dev.moim.chat.sqs;

import dev.moim.chat.ChatWiring;
import dev.moim.chat.SocketWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.sockets.TimerActions;
import dev.moim.shared.sockets.sqs.TimerEndpoint;

/** What is done later, or beside something: posts to the rest of a room, and repeated ones. */
public final class TimerHandler extends TimerEndpoint {

  private final Runnable warmUp;

  public TimerHandler() {
    this(new SocketWiring(new ChatWiring(Deployment.of(Environment.settings()))));
  }

  public TimerHandler(SocketWiring wiring) {
    this(wiring.timerActions(), () -> wiring.sockets().find("snapshot"));
  }

  private TimerHandler(TimerActions actions, Runnable warmUp) {
    super(actions);
    this.warmUp = warmUp;
  }

  @Override
  protected void prime() {
    warmUp.run();
  }
}
