package dev.moim.studies.schedule;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.ScheduleEndpoint;
import dev.moim.studies.SignalWiring;
import dev.moim.studies.signal.ReconcileCalls;
import dev.moim.studies.signal.ReconcileOnline;

/** Runs {@link ReconcileCalls} and {@link ReconcileOnline} on the family's schedule. */
public final class ReconcileHandler extends ScheduleEndpoint {

  private final ReconcileCalls calls;
  private final ReconcileOnline online;

  public ReconcileHandler() {
    this(new SignalWiring(Deployment.of(Environment.settings())));
  }

  public ReconcileHandler(SignalWiring wiring) {
    calls = wiring.reconcileCalls();
    online = wiring.reconcileOnline();
  }

  /** If one of them fails, the other is done all the same. */
  @Override
  protected void run() {
    try {
      calls.run();
    } finally {
      online.run();
    }
  }
}
