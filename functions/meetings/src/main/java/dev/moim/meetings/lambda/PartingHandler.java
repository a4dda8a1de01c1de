package dev.moim.meetings.lambda;

import dev.moim.meetings.MeetingsWiring;
import dev.moim.meetings.participation.Removal;
import dev.moim.meetings.participation.RemoveMember;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.StreamEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of those who have left the room of a meeting, or were put out of it: to leave is one. */
public final class PartingHandler extends StreamEndpoint {

  private static final Logger LOG = LoggerFactory.getLogger(PartingHandler.class);

  private static final String LEAVING = "chat.leaving";
  private static final String KICKING = "chat.kicking";

  private final RemoveMember removeMember;
  private final MeetingsWiring wiring;

  public PartingHandler() {
    this(new MeetingsWiring(Deployment.of(Environment.settings())));
  }

  public PartingHandler(MeetingsWiring wiring) {
    this.wiring = wiring;
    this.removeMember = wiring.removeMember();
  }

  @Override
  protected void handle(DomainEvent event) {
    switch (event.kind()) {
      case LEAVING, KICKING -> remove(event);
      default -> {} // what is said there is said among themselves
    }
  }

  /** Somebody may have been faster, or this comes again: then they are gone already. */
  private void remove(DomainEvent event) {
    try {
      removeMember.run(
          new Removal(
              number(event, "callerId"), number(event, "meetingId"), number(event, "userId")));
    } catch (DomainException refused) {
      LOG.info("{}: {}", event.kind(), refused.code().name());
    }
  }

  private static long number(DomainEvent event, String field) {
    return Long.parseLong(event.field(field));
  }

  @Override
  protected void prime() {
    wiring.primeVisits();
  }
}
