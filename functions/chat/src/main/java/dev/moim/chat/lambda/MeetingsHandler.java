package dev.moim.chat.lambda;

import dev.moim.chat.ChatWiring;
import dev.moim.chat.reaction.FollowMeetings;
import dev.moim.chat.reaction.NotifyOfMeetings;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.StreamEndpoint;

/** Hears of what happens to meetings. */
public final class MeetingsHandler extends StreamEndpoint {

  private final FollowMeetings followMeetings;
  private final NotifyOfMeetings notifyOfMeetings;
  private final Runnable warmUp;

  public MeetingsHandler() {
    this(new ChatWiring(Deployment.of(Environment.settings())));
  }

  public MeetingsHandler(ChatWiring wiring) {
    followMeetings = wiring.followMeetings();
    notifyOfMeetings = wiring.notifyOfMeetings();
    warmUp = wiring.routes().warmUp();
  }

  @Override
  protected void handle(DomainEvent event) {
    followMeetings.run(event);
    notifyOfMeetings.run(event);
  }

  @Override
  protected void prime() {
    warmUp.run();
  }
}
