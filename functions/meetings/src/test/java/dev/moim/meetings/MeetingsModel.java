package dev.moim.meetings;

import dev.moim.meetings.meeting.Category;
import dev.moim.meetings.meeting.Details;
import dev.moim.meetings.meeting.GeoPoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the family should answer, as simply as it can be said: maps, and nothing else. */
final class MeetingsModel {

  /** What is answered: a status, and a text where it is a refusal. */
  record Expected(int status, String message) {
    static final Expected OK = new Expected(200, "");
    static final Expected MADE = new Expected(201, "");
    static final Expected GONE = new Expected(204, "");
  }

  static final class Meeting {
    final long id;
    final long author;
    Details details;
    String state = "RECRUITING";
    int approved = 1;

    Meeting(long id, long author, Details details) {
      this.id = id;
      this.author = author;
      this.details = details;
    }

    boolean exists() {
      return state.equals("RECRUITING") || state.equals("CLOSED");
    }
  }

  static final class Application {
    final long id;
    final long user;
    final Meeting meeting;
    String status = "PENDING";

    Application(long id, long user, Meeting meeting) {
      this.id = id;
      this.user = user;
      this.meeting = meeting;
    }

    String shown() {
      if (status.equals("REJECTED") || meeting.state.equals("RECRUITING")) {
        return status;
      }
      return switch (meeting.state) {
        case "CLOSED" -> status.equals("PENDING") ? "CLOSED" : status;
        case "CANCELED" -> "CANCELED";
        default -> "CLOSED";
      };
    }
  }

  final Map<Long, Meeting> meetings = new TreeMap<>();
  final Map<Long, Application> applications = new TreeMap<>();
  private final Map<Long, Map<LocalDate, Integer>> posts = new HashMap<>();

  boolean mayPost(long author, LocalDate day) {
    return posts.getOrDefault(author, Map.of()).getOrDefault(day, 0) < 10;
  }

  void post(long id, long author, Details details, LocalDate day) {
    meetings.put(id, new Meeting(id, author, details));
    posts.computeIfAbsent(author, _ -> new HashMap<>()).merge(day, 1, Integer::sum);
  }

  private Expected about(long meetingId, long user, String notAuthor) {
    Meeting meeting = meetings.get(meetingId);
    if (meeting == null || !meeting.exists()) {
      return new Expected(404, "존재하지 않는 모임입니다.");
    }
    return meeting.author == user ? Expected.OK : new Expected(403, notAuthor);
  }

  Expected update(long meetingId, long user, Details details) {
    Expected refusal = about(meetingId, user, "해당 모임의 작성자가 아닙니다.");
    if (refusal != Expected.OK) {
      return refusal;
    }
    Meeting meeting = meetings.get(meetingId);
    if (details.maxCount() < meeting.approved) {
      return new Expected(400, "올바르지 않은 값이 있습니다.");
    }
    meeting.details = details;
    return Expected.OK;
  }

  Expected delete(long meetingId, long user) {
    Expected refusal = about(meetingId, user, "해당 모임의 작성자가 아닙니다.");
    if (refusal != Expected.OK) {
      return refusal;
    }
    meetings.get(meetingId).state = "CANCELED";
    return Expected.GONE;
  }

  Expected complete(long meetingId, long user) {
    Expected refusal = about(meetingId, user, "작성자만 상태를 변경할 수 있습니다.");
    if (refusal == Expected.OK) {
      meetings.get(meetingId).state = "CLOSED";
    }
    return refusal;
  }

  Expected apply(long meetingId, long user, Instant now) {
    Meeting meeting = meetings.get(meetingId);
    if (meeting == null || !meeting.exists()) {
      return new Expected(404, "존재하지 않는 모임입니다.");
    }
    if (meeting.author == user) {
      return new Expected(403, "본인이 개설한 모임에는 참여 신청을 할 수 없습니다.");
    }
    if (!meeting.state.equals("RECRUITING") || !meeting.details.at().isAfter(now)) {
      return new Expected(400, "신청할 수 없는 모임 상태입니다.");
    }
    boolean twice =
        applications.values().stream().anyMatch(it -> it.user == user && it.meeting == meeting);
    return twice ? new Expected(409, "이미 참여 신청한 모임입니다.") : Expected.MADE;
  }

  void applied(long id, long meetingId, long user) {
    applications.put(id, new Application(id, user, meetings.get(meetingId)));
  }

  Expected decide(long id, long user, boolean approve) {
    Application application = applications.get(id);
    if (application == null) {
      return new Expected(404, "신청을 찾을 수 없습니다.");
    }
    if (application.meeting.author != user) {
      return new Expected(403, "해당 모임의 작성자가 아닙니다.");
    }
    if (!application.shown().equals("PENDING")) {
      return new Expected(400, "유효하지 않은 참여 상태입니다.");
    }
    if (approve && application.meeting.approved >= application.meeting.details.maxCount()) {
      return new Expected(409, "모임 인원이 가득 찼습니다.");
    }
    application.status = approve ? "APPROVED" : "REJECTED";
    application.meeting.approved += approve ? 1 : 0;
    return Expected.OK;
  }

  Expected withdraw(long id, long user) {
    Application application = applications.get(id);
    if (application == null) {
      return new Expected(404, "신청을 찾을 수 없습니다.");
    }
    if (application.user != user) {
      return new Expected(403, "해당 참여 신청의 신청자가 아닙니다.");
    }
    if (application.shown().equals("APPROVED")) {
      return new Expected(400, "유효하지 않은 참여 상태입니다.");
    }
    applications.remove(id);
    return Expected.GONE;
  }

  Expected remove(long meetingId, long caller, long user) {
    Meeting meeting = meetings.get(meetingId);
    if (meeting == null || !meeting.exists()) {
      return new Expected(404, "존재하지 않는 모임입니다.");
    }
    if (caller != user && meeting.author != caller) {
      return new Expected(403, "해당 모임의 작성자가 아닙니다.");
    }
    boolean gone =
        applications
            .values()
            .removeIf(
                it -> it.meeting == meeting && it.user == user && it.status.equals("APPROVED"));
    if (!gone) {
      return new Expected(404, "신청을 찾을 수 없습니다.");
    }
    meeting.approved--;
    return Expected.GONE;
  }

  void expire(Instant now) {
    meetings.values().stream()
        .filter(it -> it.exists() && !it.details.at().isAfter(now))
        .forEach(it -> it.state = "EXPIRED");
  }

  /** Open meetings by date, or the nearest first. */
  List<Long> found(String word, Set<Category> wanted, GeoPoint here, Instant now) {
    Comparator<Meeting> order =
        here == null
            ? Comparator.comparing(it -> it.details.at())
            : Comparator.comparingDouble(it -> here.distanceTo(it.details.venue().point()));
    List<Meeting> found = new ArrayList<>(meetings.values());
    found.removeIf(it -> !it.state.equals("RECRUITING") || !it.details.at().isAfter(now));
    found.removeIf(it -> !it.details.title().contains(word));
    found.removeIf(it -> !it.details.categories().containsAll(wanted));
    found.sort(order.thenComparing(it -> it.id));
    return found.stream().map(it -> it.id).toList();
  }

  List<Long> madeBy(long user) {
    return meetings.values().stream()
        .filter(it -> it.author == user && it.exists())
        .map(it -> it.id)
        .toList();
  }

  List<String> appliedBy(long user) {
    return applications.values().stream()
        .filter(it -> it.user == user)
        .map(it -> it.id + " " + it.shown() + " " + it.meeting.approved)
        .toList();
  }

  List<String> participants(long meetingId) {
    return applications.values().stream()
        .filter(it -> it.meeting.id == meetingId)
        .map(it -> it.user + " " + it.shown())
        .toList();
  }
}
