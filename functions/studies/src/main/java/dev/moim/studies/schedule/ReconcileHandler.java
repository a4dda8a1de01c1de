package dev.moim.studies.schedule;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.ScheduleEndpoint;
import dev.moim.studies.SignalWiring;
import dev.moim.studies.signal.ReconcileCalls;

/** Runs {@link ReconcileCalls} on the family's schedule. */
public final class ReconcileHandler extends ScheduleEndpoint {

  private final ReconcileCalls reconcile;

  public ReconcileHandler() {
    this(new SignalWiring(Deployment.of(Environment.settings())).reconcileCalls());
  }

  public ReconcileHandler(ReconcileCalls reconcile) {
    this.reconcile = reconcile;
  }

  @Override
  protected void run() {
    reconcile.run();
  }
}
