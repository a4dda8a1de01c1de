package dev.moim.calls.schedule;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.moim.calls.CallsWiring;
import dev.moim.calls.session.Reconcile;
import dev.moim.shared.lambda.Environment;
import java.util.Map;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/** Runs {@link Reconcile} on the family's schedule. */
public final class ReconcileHandler implements RequestHandler<Map<String, Object>, String> {

  private final Reconcile reconcile = new CallsWiring(Environment.settings()).reconcile();

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
