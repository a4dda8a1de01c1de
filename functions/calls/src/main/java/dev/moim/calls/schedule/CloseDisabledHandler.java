package dev.moim.calls.schedule;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.moim.calls.CallsWiring;
import dev.moim.calls.room.CloseDisabled;
import dev.moim.shared.lambda.Environment;
import java.util.Map;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/** Runs {@link CloseDisabled} every minute. */
public final class CloseDisabledHandler implements RequestHandler<Map<String, Object>, String> {

  private final CloseDisabled closeDisabled =
      new CallsWiring(Environment.settings()).closeDisabled();

  @Override
  public String handleRequest(Map<String, Object> event, Context context) {
    if (event.containsKey("warm")) {
      return "warm";
    }
    return PowertoolsLogging.withLogging(
        context,
        () -> {
          closeDisabled.runTwice();
          return "done";
        });
  }
}
