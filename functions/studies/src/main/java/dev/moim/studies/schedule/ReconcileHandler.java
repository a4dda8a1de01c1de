package dev.moim.studies.schedule;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.moim.shared.lambda.Environment;
import dev.moim.studies.SignalWiring;
import dev.moim.studies.signal.ReconcileCalls;
import java.util.Map;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/** Runs {@link ReconcileCalls} on the family's schedule. */
public final class ReconcileHandler implements RequestHandler<Map<String, Object>, String> {

  private final ReconcileCalls reconcile =
      new SignalWiring(Environment.settings()).reconcileCalls();

  @Override
  public String handleRequest(Map<String, Object> event, Context context) {
    if (event.containsKey("warm")) {
      return "warm";
    }
    return PowertoolsLogging.withLogging(
        context,
        () -> {
          reconcile.run();
          return "done";
        });
  }
}
