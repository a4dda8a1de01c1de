package dev.moim.rooms.schedule;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.moim.rooms.RoomsWiring;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import java.util.Map;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * Runs {@link dev.moim.rooms.ExpireRooms} and, where there is a media server, {@link
 * dev.moim.rooms.ReconcileRooms} on the family's schedule.
 */
public final class ReconcileHandler implements RequestHandler<Map<String, Object>, String> {

  private final RoomsWiring wiring = new RoomsWiring(Deployment.of(Environment.settings()));

  @Override
  public String handleRequest(Map<String, Object> event, Context context) {
    if (event.containsKey("warm")) {
      return "warm";
    }
    return PowertoolsLogging.withLogging(
        context,
        () -> {
          reconcile();
          return "done";
        });
  }

  /** If one of them fails, the other is done all the same. */
  private void reconcile() {
    try {
      wiring.expireRooms().run();
    } finally {
      if (wiring.hasMedia()) {
        wiring.reconcileRooms().run(wiring.media().get().server());
      }
    }
  }
}
