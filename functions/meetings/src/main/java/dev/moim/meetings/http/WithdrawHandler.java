package dev.moim.meetings.http;

import dev.moim.meetings.MeetingsWiring;
import dev.moim.meetings.participation.Withdraw;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code DELETE /api/v1/participations/{participationId}}. */
public final class WithdrawHandler extends MeetingEndpoint {

  private final Withdraw withdraw;

  public WithdrawHandler() {
    this(new MeetingsWiring(Deployment.of(Environment.settings())));
  }

  public WithdrawHandler(MeetingsWiring wiring) {
    super(wiring.visitingApplications());
    withdraw = wiring.withdraw();
  }

  @Override
  HttpReply answer(HttpRequest request) {
    withdraw.run(askedAbout(request));
    return nothing();
  }
}
