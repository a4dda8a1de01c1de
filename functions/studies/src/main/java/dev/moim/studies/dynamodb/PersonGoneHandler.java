package dev.moim.studies.dynamodb;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.StreamEndpoint;
import dev.moim.shared.people.PersonGone;
import dev.moim.studies.SignalWiring;
import dev.moim.studies.forget.ForgetPerson;

/** Hears of accounts that are deleted. */
public final class PersonGoneHandler extends StreamEndpoint {

  private static final String NOBODY = "-";

  private final ForgetPerson forget;

  public PersonGoneHandler() {
    this(new SignalWiring(Deployment.of(Environment.settings())).forgetPerson());
  }

  public PersonGoneHandler(ForgetPerson forget) {
    this.forget = forget;
  }

  @Override
  protected void handle(DomainEvent event) {
    if (PersonGone.is(event)) {
      forget.run(PersonGone.userId(event));
    }
  }

  @Override
  protected void prime() {
    forget.run(NOBODY);
  }
}
