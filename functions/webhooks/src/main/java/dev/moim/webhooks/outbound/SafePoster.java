package dev.moim.webhooks.outbound;

import dev.moim.shared.kernel.FieldException;
import dev.moim.webhooks.delivery.Answer;
import dev.moim.webhooks.delivery.Poster;
import dev.moim.webhooks.endpoint.PublicAddresses;
import dev.moim.webhooks.endpoint.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Posts to addresses that strangers chose. The name is resolved once for each attempt, all that it
 * leads to is looked at, and the connection goes to that very address: a name that leads elsewhere
 * a moment later gains nothing. No redirect is followed, and an attempt has one limit of time in
 * all, whatever it spends it on.
 */
public final class SafePoster implements Poster {

  /** A receiver that has more to do than noting a message does it afterwards. */
  public static final Duration LIMIT = Duration.ofSeconds(5);

  private final Resolver resolver;
  private final Connections connections;
  private final Target.Loopback loopback;
  private final Duration limit;

  public SafePoster(Target.Loopback loopback) {
    this(Resolver.SYSTEM, new Connections(), loopback, LIMIT);
  }

  SafePoster(Resolver resolver, Connections connections, Target.Loopback loopback, Duration limit) {
    this.resolver = resolver;
    this.connections = connections;
    this.loopback = loopback;
    this.limit = limit;
  }

  @Override
  public Answer post(String url, Map<String, String> headers, String body) {
    Target target;
    try {
      target = Target.of(url, loopback);
    } catch (FieldException refused) {
      return Answer.failed(0, refused.getMessage());
    }
    Exchange exchange = new Exchange(target, headers, body);
    FutureTask<Answer> posting = new FutureTask<>(() -> post(target, exchange));
    Thread.ofVirtual().name("webhook").start(posting);
    try {
      return posting.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      exchange.close();
      return Answer.failed(0, "no whole answer within " + limit.toMillis() + " ms");
    } catch (ExecutionException failed) {
      return Answer.failed(0, reason(failed.getCause()));
    } catch (InterruptedException ends) {
      exchange.close();
      Thread.currentThread().interrupt();
      return Answer.failed(0, "interrupted");
    }
  }

  private Answer post(Target target, Exchange exchange) throws IOException {
    List<InetAddress> found = resolver.resolve(target.host().replaceAll("[\\[\\]]", ""));
    if (found.isEmpty() || !found.stream().allMatch(it -> mayReach(target, it))) {
      return Answer.failed(0, "the name leads to an address that is not public");
    }
    return exchange.run(connections, found.getFirst());
  }

  /** Without TLS, which development alone may do, to this machine and nowhere else. */
  private static boolean mayReach(Target target, InetAddress address) {
    return target.tls() ? PublicAddresses.holds(address) : address.isLoopbackAddress();
  }

  private static String reason(@Nullable Throwable failure) {
    return switch (failure) {
      case UnknownHostException _ -> "the name cannot be resolved";
      case IOException lost -> lost.getClass().getSimpleName() + ": " + lost.getMessage();
      case null -> "unknown";
      default -> failure.getClass().getSimpleName();
    };
  }
}
