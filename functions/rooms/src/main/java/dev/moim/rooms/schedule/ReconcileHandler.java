package dev.moim.rooms.schedule;

import dev.moim.rooms.RoomsWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.ScheduleEndpoint;

/**
 * Runs {@link dev.moim.rooms.ExpireRooms} and, where there is a media server, {@link
 * dev.moim.rooms.ReconcileRooms} on the family's schedule.
 */
public final class ReconcileHandler extends ScheduleEndpoint {

  private final RoomsWiring wiring = new RoomsWiring(Deployment.of(Environment.settings()));

  /** If one of them fails, the other is done all the same. */
  @Override
  protected void run() {
    try {
      wiring.expireRooms().run();
    } finally {
      if (wiring.hasMedia()) {
        wiring.reconcileRooms().run(wiring.media().get().server());
      }
    }
  }
}
