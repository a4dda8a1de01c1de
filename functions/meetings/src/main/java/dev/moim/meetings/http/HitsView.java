package dev.moim.meetings.http;

import dev.moim.meetings.search.FindMeetings.Hits;
import dev.moim.meetings.search.Search;
import dev.moim.shared.lambda.HttpReply;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages of meetings as JSON. */
final class HitsView {

  private HitsView() {}

  static HttpReply reply(Hits hits, Search search, MeetingView view) {
    boolean byDistance = search.from().isPresent();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("meetings", hits.hits().stream().map(hit -> view.listed(hit, byDistance)).toList());
    json.put("hasNext", hits.next().isPresent());
    json.put("cursor", hits.next().map(next -> MeetingView.cursor(next, byDistance)).orElse(null));
    return HttpReply.ok(json);
  }
}
