package dev.moim.shared.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.moim.shared.kernel.Rehearsal;
import dev.moim.shared.kernel.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrimingTest {

  /** {@code events/shared/queued.json} is for it. */
  @Examples("queued")
  static final class QueuedHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final List<String> seen = new ArrayList<>();

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
      seen.add(Rehearsal.isOn() + " " + event.getRecords().getFirst().getBody());
      return new SQSBatchResponse(List.of());
    }
  }

  @Test
  void readsForRealAndThenRehearsesTheHandlersEvents() throws Exception {
    QueuedHandler handler = new QueuedHandler();
    Priming priming = Priming.of(handler, () -> handler.seen.add(Rehearsal.isOn() + " read"));

    priming.beforeCheckpoint(null);

    assertThat(handler.seen.getFirst()).isEqualTo("false read");
    assertThat(handler.seen.subList(1, handler.seen.size()))
        .isNotEmpty()
        .containsOnly("true of a queue");
    assertThat(Rehearsal.isOn()).isFalse();
  }

  @Test
  void aRehearsalThatFailsFailsNothingElse() throws Exception {
    Priming priming =
        Priming.of(() -> {
          throw new IllegalStateException("unreachable");
        });
    priming.beforeCheckpoint(null);
    assertThat(Rehearsal.isOn()).isFalse();
  }

  @Test
  void hooksWithoutARegistryAreNoticed() {
    Settings snapshot = new Settings(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));
    assertThat(Priming.isForNothing(snapshot, "")).isTrue();
    assertThat(Priming.isForNothing(snapshot, "com.amazonaws.services.lambda.crac")).isFalse();
    Settings other = new Settings(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"));
    assertThat(Priming.isForNothing(other, "")).isFalse();
  }
}
