package dev.moim.shared.sockets.sqs;

import dev.moim.shared.aws.sqs.SqsTimers;
import dev.moim.shared.lambda.QueueEndpoint;
import dev.moim.shared.sockets.TimerActions;

/** The function that a family's timers fire in. */
public abstract class TimerEndpoint extends QueueEndpoint {

  private final TimerActions actions;

  protected TimerEndpoint(TimerActions actions) {
    this.actions = actions;
  }

  @Override
  protected final void handle(String messageBody) {
    actions.run(SqsTimers.read(messageBody));
  }
}
