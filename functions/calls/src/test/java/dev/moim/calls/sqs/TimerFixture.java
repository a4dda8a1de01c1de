package dev.moim.calls.sqs;

import dev.moim.calls.CallsWiring;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.wire.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Fires timers through the function that handles them. */
public final class TimerFixture {

  private TimerFixture() {}

  public static Consumer<Timer> of(CallsWiring wiring) {
    TimerHandler handler = new TimerHandler(wiring);
    return timer -> {
      Map<String, Object> body = new HashMap<>(timer.data());
      body.put("kind", timer.kind());
      handler.handle(Json.write(body));
    };
  }
}
