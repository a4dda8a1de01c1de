package dev.moim.calls.schedule;

import dev.moim.calls.CallsWiring;
import dev.moim.calls.room.CloseDisabled;
import dev.moim.shared.lambda.ScheduleEndpoint;

/** Runs {@link CloseDisabled} every minute. */
public final class CloseDisabledHandler extends ScheduleEndpoint {

  private final CloseDisabled closeDisabled = CallsWiring.ofLambda().closeDisabled();

  @Override
  protected void run() {
    closeDisabled.runTwice();
  }
}
