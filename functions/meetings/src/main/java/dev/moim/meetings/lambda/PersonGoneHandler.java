package dev.moim.meetings.lambda;

import dev.moim.meetings.ForgetWiring;
import dev.moim.meetings.forget.ForgetPerson;
import dev.moim.meetings.forget.Successors;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.StreamEndpoint;
import dev.moim.shared.people.PersonGone;

/** Hears of accounts that are deleted, and passes it on. */
public final class PersonGoneHandler extends StreamEndpoint {

  private static final long NOBODY = 0;

  private final ForgetPerson forgetPerson;
  private final Successors successors;

  public PersonGoneHandler() {
    this(new ForgetWiring(Deployment.of(Environment.settings())));
  }

  public PersonGoneHandler(ForgetWiring wiring) {
    this.forgetPerson = wiring.forgetPerson();
    this.successors = wiring.successors();
  }

  @Override
  protected void handle(DomainEvent event) {
    if (PersonGone.is(event)) {
      forgetPerson.run(Long.parseLong(PersonGone.userId(event)));
      successors.tell(event);
    }
  }

  @Override
  protected void prime() {
    forgetPerson.run(NOBODY);
  }
}
