package dev.moim.webhooks.lambda;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.aws.sqs.SqsTimers;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.QueueEndpoint;
import dev.moim.webhooks.WebhooksWiring;
import dev.moim.webhooks.delivery.DeliverAgain;
import dev.moim.webhooks.endpoint.ListenToRooms;

/** Makes attempts that were put off, and whatever else a tenant's request leaves for later. */
public final class RetryHandler extends QueueEndpoint {

  private final WebhooksWiring wiring;
  private final DeliverAgain deliverAgain;
  private final ListenToRooms listen;

  public RetryHandler() {
    this(new WebhooksWiring(Deployment.of(Environment.settings())));
  }

  public RetryHandler(WebhooksWiring wiring) {
    this.wiring = wiring;
    deliverAgain = wiring.deliverAgain();
    listen = wiring.listen();
  }

  @Override
  protected void handle(String messageBody) {
    Timer timer = SqsTimers.read(messageBody);
    if (ListenToRooms.is(timer)) {
      listen.run(timer);
    } else {
      deliverAgain.run(timer);
    }
  }

  @Override
  protected void prime() {
    wiring.prime();
  }
}
