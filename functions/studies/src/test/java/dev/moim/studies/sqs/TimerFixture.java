package dev.moim.studies.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.wire.json.Json;
import dev.moim.studies.SignalWiring;
import dev.moim.testkit.TestContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Fires timers through the function that handles them; none may fail. */
public final class TimerFixture {

  private TimerFixture() {}

  public static Consumer<Timer> of(SignalWiring wiring) {
    TimerHandler handler = new TimerHandler(wiring.timerActions(), wiring.loseSocket());
    return timer -> {
      SQSBatchResponse response = handler.handleRequest(event(timer), TestContext.INSTANCE);
      assertThat(response.getBatchItemFailures()).as("%s", timer).isEmpty();
    };
  }

  private static SQSEvent event(Timer timer) {
    Map<String, Object> body = new HashMap<>(timer.data());
    body.put("kind", timer.kind());
    SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
    message.setMessageId("m1");
    message.setBody(Json.write(body));
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    return event;
  }
}
