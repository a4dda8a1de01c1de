package dev.moim.webhooks.lambda;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.aws.sqs.SqsTimers;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.QueueEndpoint;
import dev.moim.webhooks.WebhooksWiring;
import dev.moim.webhooks.delivery.Deliver;
import dev.moim.webhooks.delivery.Message;

/** Takes messages to the endpoints of their licenses. */
public final class DeliverHandler extends QueueEndpoint {

  private final WebhooksWiring wiring;
  private final Deliver deliver;

  public DeliverHandler() {
    this(new WebhooksWiring(Deployment.of(Environment.settings())));
  }

  public DeliverHandler(WebhooksWiring wiring) {
    this.wiring = wiring;
    deliver = wiring.deliver();
  }

  @Override
  protected void handle(String messageBody) {
    deliver.run(Message.of(SqsTimers.read(messageBody)));
  }

  @Override
  protected void prime() {
    wiring.prime();
  }
}
