package dev.moim.meetings.schedule;

import dev.moim.meetings.MeetingsWiring;
import dev.moim.meetings.search.BindVolumes;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.ScheduleEndpoint;

/** Every minute: puts what searches have to read one by one into volumes. */
public final class BindHandler extends ScheduleEndpoint {

  private final BindVolumes bindVolumes;
  private final MeetingsWiring wiring;

  public BindHandler() {
    this(new MeetingsWiring(Deployment.of(Environment.settings())));
  }

  public BindHandler(MeetingsWiring wiring) {
    this.wiring = wiring;
    this.bindVolumes = wiring.bindVolumes();
  }

  @Override
  protected void run() {
    bindVolumes.run();
  }

  @Override
  protected void prime() {
    wiring.primeCatalogue();
  }
}
