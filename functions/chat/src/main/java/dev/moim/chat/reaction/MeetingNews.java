package dev.moim.chat.reaction;

import dev.moim.shared.kernel.DomainEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the family of meetings says when something happens to one. */
record MeetingNews(DomainEvent event) {

  static final String CREATED = "meeting.created";
  static final String CHANGED = "meeting.changed";
  static final String CLOSED = "meeting.closed";
  static final String CANCELED = "meeting.canceled";
  static final String EXPIRED = "meeting.expired";
  static final String APPLIED = "meeting.applied";
  static final String APPROVED = "meeting.approved";
  static final String REJECTED = "meeting.rejected";
  static final String LEFT = "meeting.left";
  static final String KICKED = "meeting.kicked";

  long meetingId() {
    return Long.parseLong(event.field("meetingId"));
  }

  long authorId() {
    return Long.parseLong(event.field("authorId"));
  }

  String title() {
    return event.field("title");
  }

  @Nullable String picture() {
    return event.fields().get("picture");
  }

  /** Whose application it is about. */
  long userId() {
    return Long.parseLong(event.field("userId"));
  }

  List<Long> memberIds() {
    return ids("memberIds");
  }

  List<Long> waitingIds() {
    return ids("waitingIds");
  }

  private List<Long> ids(String field) {
    return Optional.ofNullable(event.fields().get(field)).stream()
        .flatMap(ids -> Stream.of(ids.split(",")))
        .filter(id -> !id.isEmpty())
        .map(Long::valueOf)
        .toList();
  }
}
