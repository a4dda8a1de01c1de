package dev.moim.meetings.http;

import dev.moim.meetings.MeetingError;
import dev.moim.meetings.meeting.Category;
import dev.moim.meetings.meeting.GeoPoint;
import dev.moim.meetings.meeting.ReadMeetings.Slice;
import dev.moim.meetings.search.Keyword;
import dev.moim.meetings.search.Position;
import dev.moim.meetings.search.Search;
import dev.moim.meetings.search.SearchType;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.people.form.Form;
import dev.moim.shared.people.form.Form.Kind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what lists and searches are asked for. */
final class SearchQuery {

  private static final int DEFAULT_SIZE = 20;
  private static final long MAX_ID = 9_007_199_254_740_991L;

  /** Nothing on earth is farther away, in km. */
  private static final long FARTHEST = 20_038;

  private static final String INCOMPLETE = "이전 응답의 커서 값을 그대로 보내야 합니다.";

  private static final Kind<Long> SIZE = Kind.whole(1, 100, "페이지 크기는 1 이상 100 이하여야 합니다.");
  private static final Kind<Long> ID = Kind.whole(0, MAX_ID, "커서의 ID가 올바르지 않습니다.");
  private static final Kind<Double> DISTANCE = Kind.decimal(0, FARTHEST, "커서의 거리가 올바르지 않습니다.");
  private static final Kind<Instant> TIME = new Kind<>(SeoulTime::parse, "커서의 날짜가 올바르지 않습니다.");
  private static final Kind<Double> LATITUDE = Kind.decimal(-90, 90, "위도는 -90 이상 90 이하여야 합니다.");
  private static final Kind<Double> LONGITUDE =
      Kind.decimal(-180, 180, "경도는 -180 이상 180 이하여야 합니다.");
  private static final Kind<SearchType> TYPE =
      new Kind<>(
          name -> Stream.of(SearchType.values()).filter(it -> it.name().equals(name)).findFirst(),
          "검색 유형은 TITLE, ADDRESS, CONTENT 중 하나여야 합니다.");
  private static final Kind<String> WORD = Kind.text(0, 1_000, "검색어가 너무 깁니다.");

  private SearchQuery() {}

  static Search list(HttpRequest request) {
    return search(Form.query(request.parameters()), Optional.empty(), Set.of());
  }

  static Search search(HttpRequest request) {
    Set<Category> categories = categories(request.query("foodCategory"));
    Form form = Form.query(request.parameters());
    return search(form, keyword(form), categories);
  }

  private static Search search(Form form, Optional<Keyword> keyword, Set<Category> categories) {
    var latitude = form.optional("latitude", LATITUDE);
    var longitude = form.optional("longitude", LONGITUDE);
    if (form.isAbsent("latitude") != form.isAbsent("longitude")) {
      form.fault(form.isAbsent("latitude") ? "latitude" : "longitude", "위도와 경도는 함께 보내야 합니다.");
    }
    boolean byDistance = !form.isAbsent("latitude");
    var size = form.optional("pageSize", SIZE);
    Optional<Position> after = byDistance ? nearer(form) : earlier(form);
    form.check();
    return new Search(
        latitude.map(it -> new GeoPoint(it, longitude.orElseThrow())),
        after,
        size.map(Math::toIntExact).orElse(DEFAULT_SIZE),
        keyword,
        categories);
  }

  /** Behind somewhere in a list by distance, which a time says nothing about. */
  private static Optional<Position> nearer(Form form) {
    var id = form.optional("lastId", ID).filter(it -> it > 0);
    var distance = form.optional("lastDistance", DISTANCE);
    form.optional("lastMeetingDateTime", TIME);
    if (id.isPresent() && form.isAbsent("lastDistance")) {
      form.fault("lastDistance", INCOMPLETE);
    }
    return id.flatMap(it -> distance.map(km -> new Position(it, km, Instant.EPOCH)));
  }

  private static Optional<Position> earlier(Form form) {
    var id = form.optional("lastId", ID).filter(it -> it > 0);
    var at = form.optional("lastMeetingDateTime", TIME);
    if (id.isPresent() && form.isAbsent("lastMeetingDateTime")) {
      form.fault("lastMeetingDateTime", INCOMPLETE);
    }
    return id.flatMap(it -> at.map(time -> new Position(it, 0, time)));
  }

  private static Optional<Keyword> keyword(Form form) {
    var type = form.optional("searchType", TYPE);
    var word = form.optional("keyword", WORD).filter(text -> !text.isEmpty());
    if (word.isEmpty()) {
      return Optional.empty();
    }
    if (form.isAbsent("searchType")) {
      form.fault("searchType", TYPE.rule());
    }
    Optional<Keyword> keyword = type.map(it -> Keyword.of(it, word.get()));
    if (keyword.filter(it -> !it.isUsable()).isPresent()) {
      form.fault("keyword", "검색어는 100자 이하여야 합니다.");
    }
    return keyword;
  }

  /** An empty one, or {@code null}, wants all; the document asks for the parameter all the same. */
  private static Set<Category> categories(Optional<String> names) {
    Set<Category> categories = EnumSet.noneOf(Category.class);
    String all = names.orElseThrow(() -> new DomainException(MeetingError.UNKNOWN_CATEGORY));
    if (all.isBlank() || all.equals("null")) {
      return categories;
    }
    for (String name : all.split(",", -1)) {
      categories.add(
          Category.find(name.strip())
              .orElseThrow(() -> new DomainException(MeetingError.UNKNOWN_CATEGORY)));
    }
    return categories;
  }

  /** Part of a list by id. */
  static Slice slice(HttpRequest request) {
    Form form = Form.query(request.parameters());
    long after = form.optional("lastId", ID).orElse(0L);
    int size = form.optional("pageSize", SIZE).map(Math::toIntExact).orElse(DEFAULT_SIZE);
    form.check();
    return new Slice(after, size);
  }
}
