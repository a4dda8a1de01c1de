package dev.moim.local.page;

import dev.moim.local.Counts;
import dev.moim.local.http.Call;
import dev.moim.local.http.Endpoint;
import dev.moim.local.http.Reply;
import java.util.Optional;

/** {@code /_local/health} and {@code /_local/counts}; and 503 for everything until ready. */
public final class ControlEndpoint implements Endpoint {

  private final Counts counts;
  private final Health health;

  public ControlEndpoint(Counts counts, Health health) {
    this.counts = counts;
    this.health = health;
  }

  @Override
  public Optional<Reply> answer(Call call) {
    return switch (call.method() + " " + call.rawPath()) {
      case "GET /_local/health" -> Optional.of(health.reply());
      case String other when !health.isReady() -> Optional.of(Reply.message(503, "starting"));
      case "GET /_local/counts" -> Optional.of(Reply.json(200, counts.snapshot().json()));
      case "POST /_local/counts/reset" -> {
        counts.reset();
        yield Optional.of(Reply.empty(204));
      }
      default -> Optional.empty();
    };
  }
}
