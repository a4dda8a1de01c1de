package dev.moim.chat.lambda;

import dev.moim.chat.ChatWiring;
import dev.moim.chat.forget.ForgetPerson;
import dev.moim.chat.reaction.FollowMeetings;
import dev.moim.chat.reaction.NotifyOfMeetings;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.StreamEndpoint;
import dev.moim.shared.people.PersonGone;

/** Hears of what happens to meetings, and of accounts that are deleted once those know of it. */
public final class MeetingsHandler extends StreamEndpoint {

  private final FollowMeetings followMeetings;
  private final NotifyOfMeetings notifyOfMeetings;
  private final ForgetPerson forgetPerson;
  private final Runnable warmUp;

  public MeetingsHandler() {
    this(new ChatWiring(Deployment.of(Environment.settings())));
  }

  public MeetingsHandler(ChatWiring wiring) {
    followMeetings = wiring.followMeetings();
    notifyOfMeetings = wiring.notifyOfMeetings();
    forgetPerson = wiring.forgetPerson();
    warmUp = wiring.routes().warmUp();
  }

  @Override
  protected void handle(DomainEvent event) {
    if (PersonGone.is(event)) {
      forgetPerson.run(Long.parseLong(PersonGone.userId(event)));
      return;
    }
    followMeetings.run(event);
    notifyOfMeetings.run(event);
  }

  @Override
  protected void prime() {
    warmUp.run();
  }
}
