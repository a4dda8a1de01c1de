package dev.moim.meetings.http;

import dev.moim.meetings.MeetingsWiring;
import dev.moim.meetings.search.FindMeetings;
import dev.moim.meetings.search.Search;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;

/** {@code GET /api/v1/meetings/search}, for everybody. */
public final class SearchMeetingsHandler extends MeetingEndpoint {

  private final FindMeetings findMeetings;

  public SearchMeetingsHandler() {
    this(new MeetingsWiring(Deployment.of(Environment.settings())));
  }

  public SearchMeetingsHandler(MeetingsWiring wiring) {
    super(wiring.finding());
    findMeetings = wiring.findMeetings();
  }

  @Override
  HttpReply answer(HttpRequest request) {
    Search search = SearchQuery.search(request);
    return HitsView.reply(findMeetings.page(search), search, view());
  }
}
