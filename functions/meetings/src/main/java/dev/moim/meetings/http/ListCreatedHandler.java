package dev.moim.meetings.http;

import dev.moim.meetings.MeetingsWiring;
import dev.moim.meetings.meeting.ReadMeetings;
import dev.moim.meetings.meeting.ReadMeetings.Part;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/meetings/created}. */
public final class ListCreatedHandler extends MeetingEndpoint {

  private final ReadMeetings meetings;

  public ListCreatedHandler() {
    this(new MeetingsWiring(Deployment.of(Environment.settings())));
  }

  public ListCreatedHandler(MeetingsWiring wiring) {
    super(wiring.greeting());
    meetings = wiring.readMeetings();
  }

  @Override
  HttpReply answer(HttpRequest request) {
    Part part = meetings.madeBy(caller(request), SearchQuery.slice(request));
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("createdMeetingDtos", part.meetings().stream().map(view()::created).toList());
    json.put("lastId", part.lastId().isPresent() ? part.lastId().getAsLong() : null);
    json.put("hasNext", part.hasNext());
    return HttpReply.ok(json);
  }
}
