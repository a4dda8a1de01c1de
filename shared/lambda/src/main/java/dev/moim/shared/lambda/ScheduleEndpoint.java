package dev.moim.shared.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/** The Lambda entry of a schedule. A run that fails is seen in the function's errors. */
public abstract class ScheduleEndpoint implements RequestHandler<Map<String, Object>, String> {

  @SuppressWarnings({"UnusedVariable", "this-escape"}) // held for the registry, which is weak
  private final Priming priming = Priming.of(() -> prime());

  /** One run of the schedule. */
  protected abstract void run();

  /** What {@link Priming} reads for real. Schedules have nobody who waits for their first run. */
  protected void prime() {}

  @Override
  public final String handleRequest(Map<String, Object> event, Context context) {
    if (event.containsKey("warm")) {
      return "warm"; // the schedule that keeps the snapshot from being retired
    }
    return PowertoolsLogging.withLogging(
        context,
        () -> {
          run();
          return "done";
        });
  }
}
