package dev.moim.webhooks.delivery;

import dev.moim.webhooks.endpoint.Endpoint;
import dev.moim.webhooks.endpoint.EndpointKey;
import dev.moim.webhooks.endpoint.Endpoints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Takes a message to all of its license's endpoints that want it, side by side, and notes what came
 * of it in one write. An endpoint that failed last time is not kept waiting for here, where others'
 * messages are: its own wait where the next attempts do.
 */
public final class Deliver {

  private final Endpoints endpoints;
  private final DeliveryLog log;
  private final Attempts attempts;

  public Deliver(Endpoints endpoints, DeliveryLog log, Attempts attempts) {
    this.endpoints = endpoints;
    this.log = log;
    this.attempts = attempts;
  }

  public void run(Message message) {
    List<Endpoint> wanting =
        endpoints.of(message.licenseId()).stream().filter(it -> it.wants(message.type())).toList();
    if (wanting.isEmpty()) {
      return;
    }
    Map<Endpoint, Answer> answers = answers(message, wanting);
    Map<String, Result> results = new LinkedHashMap<>();
    for (Endpoint endpoint : wanting) {
      Answer answer = answers.get(endpoint);
      results.put(
          endpoint.id(),
          answer == null
              ? Result.waiting(attempts.now(), "the endpoint is failing")
              : Result.after(1, answer, attempts.now()));
    }
    log.begin(message, results);
    answers.forEach((endpoint, answer) -> attempts.follow(message, endpoint, answer));
    results.forEach(
        (id, result) -> attempts.again(message, new EndpointKey(message.licenseId(), id), result));
  }

  private Map<Endpoint, Answer> answers(Message message, List<Endpoint> wanting) {
    Map<Endpoint, Answer> answers = new LinkedHashMap<>();
    Map<Endpoint, Future<Answer>> asked = new LinkedHashMap<>();
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Endpoint endpoint : wanting) {
        if (!endpoint.failing()) {
          Callable<Answer> post = () -> attempts.post(message, endpoint);
          asked.put(endpoint, each.submit(post));
        }
      }
    }
    asked.forEach((endpoint, answer) -> answers.put(endpoint, get(answer)));
    return answers;
  }

  private static Answer get(Future<Answer> done) {
    try {
      return done.get();
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(ends);
    } catch (ExecutionException defect) {
      throw new IllegalStateException(defect.getCause());
    }
  }
}
