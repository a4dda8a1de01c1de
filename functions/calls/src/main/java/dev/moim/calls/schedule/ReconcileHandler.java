package dev.moim.calls.schedule;

import dev.moim.calls.CallsWiring;
import dev.moim.calls.session.Reconcile;
import dev.moim.shared.lambda.ScheduleEndpoint;

/** Runs {@link Reconcile} on the family's schedule. */
public final class ReconcileHandler extends ScheduleEndpoint {

  private final Reconcile reconcile = CallsWiring.ofLambda().reconcile();

  @Override
  protected void run() {
    reconcile.run();
  }
}
