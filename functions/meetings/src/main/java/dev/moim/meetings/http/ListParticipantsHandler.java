package dev.moim.meetings.http;

import dev.moim.meetings.MeetingsWiring;
import dev.moim.meetings.participation.ListParticipants;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.util.Map;

/** {@code GET /api/v1/meetings/{meetingId}/participants}. */
public final class ListParticipantsHandler extends MeetingEndpoint {

  private final ListParticipants listParticipants;

  public ListParticipantsHandler() {
    this(new MeetingsWiring(Deployment.of(Environment.settings())));
  }

  public ListParticipantsHandler(MeetingsWiring wiring) {
    super(wiring.visiting());
    listParticipants = wiring.listParticipants();
  }

  @Override
  HttpReply answer(HttpRequest request) {
    var participants = listParticipants.of(asked(request));
    return HttpReply.ok(
        Map.of("participants", participants.stream().map(view()::participant).toList()));
  }
}
