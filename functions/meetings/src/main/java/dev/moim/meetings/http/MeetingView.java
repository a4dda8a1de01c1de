package dev.moim.meetings.http;

import dev.moim.meetings.meeting.Category;
import dev.moim.meetings.meeting.Details;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.PostingDay;
import dev.moim.meetings.meeting.Thumbnails;
import dev.moim.meetings.participation.ListApplications.Applied;
import dev.moim.meetings.participation.ListParticipants.Participant;
import dev.moim.meetings.search.FindMeetings.Hit;
import dev.moim.meetings.search.Position;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Meetings as JSON, under the document's names. */
public final class MeetingView {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private final Thumbnails thumbnails;

  public MeetingView(Thumbnails thumbnails) {
    this.thumbnails = thumbnails;
  }

  /** To its author, who has just made or changed it. */
  Map<String, @Nullable Object> own(Meeting meeting) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", meeting.id());
    addDetails(json, meeting);
    json.put("category", meeting.details().categories().stream().map(Category::name).toList());
    json.put("meetingStatus", meeting.state().name());
    return json;
  }

  /** To everybody. */
  Map<String, @Nullable Object> one(Meeting meeting) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", meeting.id());
    json.put("authorId", meeting.authorId());
    addDetails(json, meeting);
    json.put("meetingStatus", meeting.state().name());
    return json;
  }

  /**
   * In a list.
   *
   * @param byDistance whether the list says how far it is
   */
  Map<String, @Nullable Object> listed(Hit hit, boolean byDistance) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", hit.meeting().id());
    json.put("authorId", hit.meeting().authorId());
    addDetails(json, hit.meeting());
    json.put("distance", byDistance ? hit.position().distance() : null);
    return json;
  }

  Map<String, @Nullable Object> created(Meeting meeting) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("userId", meeting.authorId());
    json.put("meetingId", meeting.id());
    json.put("meetingStatus", meeting.state().name());
    addDetails(json, meeting);
    return json;
  }

  /** The document calls its id by two names. */
  Map<String, @Nullable Object> applied(Applied applied) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", applied.id());
    json.put("participantId", applied.id());
    json.put("meetingId", applied.meeting().id());
    json.put("authorId", applied.meeting().authorId());
    json.put("participationStatus", applied.status().name());
    addDetails(json, applied.meeting());
    return json;
  }

  Map<String, @Nullable Object> participant(Participant participant) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("userId", participant.person().id());
    json.put("participationId", participant.id());
    json.put("nickname", participant.person().nickname());
    json.put("profileImage", thumbnails.portrait(participant.person()));
    json.put("participationStatus", participant.status().name());
    return json;
  }

  static Map<String, @Nullable Object> cursor(Position position, boolean byDistance) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", position.id());
    json.put("distance", byDistance ? position.distance() : null);
    json.put("meetingDateTime", time(position.at()));
    return json;
  }

  private void addDetails(Map<String, @Nullable Object> json, Meeting meeting) {
    Details details = meeting.details();
    json.put("title", details.title());
    json.put("locationId", details.venue().locationId());
    json.put("latitude", details.venue().point().latitude());
    json.put("longitude", details.venue().point().longitude());
    json.put("address", details.venue().address());
    json.put("meetingDateTime", time(details.at()));
    json.put("maxCount", details.maxCount());
    json.put("approvedCount", meeting.approvedCount());
    json.put("category", details.categories().stream().map(Category::label).toList());
    json.put("content", details.content());
    json.put("thumbnail", thumbnails.url(details.picture()));
  }

  private static String time(Instant at) {
    return LocalDateTime.ofInstant(at, PostingDay.ZONE).format(TIME);
  }
}
