package dev.moim.meetings.http;

import dev.moim.meetings.MeetingError;
import dev.moim.meetings.meeting.Category;
import dev.moim.meetings.meeting.Details;
import dev.moim.meetings.meeting.GeoPoint;
import dev.moim.meetings.meeting.NewMeeting;
import dev.moim.meetings.meeting.Venue;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.people.form.Form;
import dev.moim.shared.people.form.Form.Kind;
import dev.moim.shared.uploads.Multipart;
import dev.moim.shared.uploads.http.MultipartReader;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the form by which a meeting is made or changed. */
public final class MeetingForm {

  /** Names of the part that holds everything but the file. */
  private static final String[] REQUEST = {"request", "params"};

  private static final long MAX_LOCATION = 9_007_199_254_740_991L;

  /** How far ahead a meeting may be. */
  private static final Period AHEAD = Period.ofYears(1);

  private static final Kind<String> TITLE =
      Kind.text(1, Details.MAX_TITLE, "제목은 1자 이상 60자 이하여야 합니다.");
  private static final Kind<Long> LOCATION = Kind.whole(0, MAX_LOCATION, "장소 ID는 숫자여야 합니다.");
  private static final Kind<Double> LATITUDE = Kind.decimal(-90, 90, "위도는 -90 이상 90 이하여야 합니다.");
  private static final Kind<Double> LONGITUDE =
      Kind.decimal(-180, 180, "경도는 -180 이상 180 이하여야 합니다.");
  private static final Kind<String> ADDRESS =
      Kind.text(1, Details.MAX_ADDRESS, "주소는 1자 이상 200자 이하여야 합니다.");
  private static final Kind<Instant> TIME =
      new Kind<>(SeoulTime::parse, "날짜와 시간은 2026-12-31T18:30:00 형식이어야 합니다.");
  private static final Kind<Long> COUNT =
      Kind.whole(Details.MIN_COUNT, Details.MAX_COUNT, "최대 인원은 2명 이상 1000명 이하여야 합니다.");
  private static final Kind<List<Category>> CATEGORIES =
      new Kind<>(MeetingForm::categories, MeetingError.UNKNOWN_CATEGORY.message());
  private static final Kind<String> CONTENT =
      Kind.text(0, Details.MAX_CONTENT, "내용은 600자 이하여야 합니다.");
  private static final Kind<String> PICTURE = Kind.text(1, 4_096, "이미지 주소가 올바르지 않습니다.");

  private final Clock clock;

  public MeetingForm(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param file the part that holds a picture
   */
  NewMeeting read(HttpRequest request, String file) {
    Multipart parts = MultipartReader.read(request);
    Fields fields = MultipartReader.json(parts, REQUEST).orElse(new Fields(Map.of()));
    return new NewMeeting(details(new Form(fields)), parts.file(file));
  }

  private Details details(Form form) {
    var title = form.required("title", TITLE);
    var location = form.required("locationId", "locatinoId", LOCATION);
    var latitude = form.required("latitude", LATITUDE);
    var longitude = form.required("longitude", LONGITUDE);
    var address = form.required("address", ADDRESS);
    var at = form.required("meetingDateTime", TIME);
    at.ifPresent(time -> checkTime(form, time));
    var maxCount = form.required("maxCount", COUNT);
    var categories = form.required("category", CATEGORIES);
    var content = form.optional("content", CONTENT);
    var picture = form.optional("thumbnail", PICTURE);
    form.check();
    GeoPoint point = new GeoPoint(latitude.orElseThrow(), longitude.orElseThrow());
    return new Details(
        title.orElseThrow(),
        new Venue(location.orElseThrow(), point, address.orElseThrow()),
        at.orElseThrow(),
        Math.toIntExact(maxCount.orElseThrow()),
        categories.orElseThrow(),
        content.orElse(""),
        picture.orElse(null));
  }

  private void checkTime(Form form, Instant time) {
    Instant now = clock.instant();
    if (!time.isAfter(now)) {
      form.fault("meetingDateTime", "모임 일시는 현재 시각 이후여야 합니다.");
    } else if (time.isAfter(ZonedDateTime.ofInstant(now, SeoulTime.ZONE).plus(AHEAD).toInstant())) {
      form.fault("meetingDateTime", "모임 일시는 1년 이내여야 합니다.");
    }
  }

  private static Optional<List<Category>> categories(Object value) {
    if (!(value instanceof List<?> names)) {
      return Optional.empty();
    }
    Set<Category> categories = new LinkedHashSet<>();
    for (Object name : names) {
      Optional<Category> category =
          name instanceof String text ? Category.find(text) : Optional.empty();
      if (category.isEmpty()) {
        return Optional.empty();
      }
      categories.add(category.get());
    }
    return categories.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(categories));
  }
}
