package dev.moim.meetings.schedule;

import dev.moim.meetings.MeetingsWiring;
import dev.moim.meetings.closing.ExpireMeetings;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.ScheduleEndpoint;

/** Every five minutes: deletes meetings whose time has passed. */
public final class ExpireHandler extends ScheduleEndpoint {

  private final ExpireMeetings expireMeetings;
  private final MeetingsWiring wiring;

  public ExpireHandler() {
    this(new MeetingsWiring(Deployment.of(Environment.settings())));
  }

  public ExpireHandler(MeetingsWiring wiring) {
    this.wiring = wiring;
    this.expireMeetings = wiring.expireMeetings();
  }

  @Override
  protected void run() {
    expireMeetings.run();
  }

  @Override
  protected void prime() {
    wiring.primeExpiry();
  }
}
