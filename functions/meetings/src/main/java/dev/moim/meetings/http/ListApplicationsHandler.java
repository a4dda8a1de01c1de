package dev.moim.meetings.http;

import dev.moim.meetings.MeetingsWiring;
import dev.moim.meetings.participation.ListApplications;
import dev.moim.meetings.participation.ListApplications.Applied;
import dev.moim.meetings.participation.ListApplications.Part;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/participations}. */
public final class ListApplicationsHandler extends MeetingEndpoint {

  private final ListApplications listApplications;

  public ListApplicationsHandler() {
    this(new MeetingsWiring(Deployment.of(Environment.settings())));
  }

  public ListApplicationsHandler(MeetingsWiring wiring) {
    super(wiring.greeting());
    listApplications = wiring.listApplications();
  }

  @Override
  HttpReply answer(HttpRequest request) {
    Part part = listApplications.of(caller(request), SearchQuery.slice(request));
    List<Applied> applied = part.applications();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("appliedMeetings", applied.stream().map(view()::applied).toList());
    json.put("lastId", applied.isEmpty() ? null : applied.getLast().id());
    json.put("hasNext", part.hasNext());
    return HttpReply.ok(json);
  }
}
