package dev.moim.studies.schedule;

import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.ScheduleEndpoint;
import dev.moim.studies.SignalWiring;
import dev.moim.studies.signal.ReconcileCalls;

/** Runs {@link ReconcileCalls} on the family's schedule. */
public final class ReconcileHandler extends ScheduleEndpoint {

  private final ReconcileCalls reconcile =
      new SignalWiring(Environment.settings()).reconcileCalls();

  @Override
  protected void run() {
    reconcile.run();
  }
}
