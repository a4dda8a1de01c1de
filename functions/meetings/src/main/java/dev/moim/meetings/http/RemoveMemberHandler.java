package dev.moim.meetings.http;

import dev.moim.meetings.MeetingsWiring;
import dev.moim.meetings.participation.Removal;
import dev.moim.meetings.participation.RemoveMember;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code DELETE /api/v1/meetings/{meetingId}/members/{userId}}. */
public final class RemoveMemberHandler extends MeetingEndpoint {

  private final RemoveMember removeMember;

  public RemoveMemberHandler() {
    this(new MeetingsWiring(Deployment.of(Environment.settings())));
  }

  public RemoveMemberHandler(MeetingsWiring wiring) {
    super(wiring.visiting());
    removeMember = wiring.removeMember();
  }

  @Override
  HttpReply answer(HttpRequest request) {
    removeMember.run(new Removal(caller(request), id(request, "meetingId"), id(request, "userId")));
    return nothing();
  }
}
