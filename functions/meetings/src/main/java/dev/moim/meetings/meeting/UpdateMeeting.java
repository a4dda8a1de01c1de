package dev.moim.meetings.meeting;

import dev.moim.meetings.MeetingError;
import dev.moim.meetings.meeting.Visits.Visit;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.people.form.Fault;
import dev.moim.shared.people.form.InvalidForm;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Changes what a meeting's author says about it. */
public final class UpdateMeeting {

  private static final int ATTEMPTS = 5;

  private final Visits visits;
  private final Meetings meetings;
  private final Thumbnails thumbnails;
  private final Clock clock;

  public UpdateMeeting(Visits visits, Meetings meetings, Thumbnails thumbnails, Clock clock) {
    this.visits = visits;
    this.meetings = meetings;
    this.thumbnails = thumbnails;
    this.clock = clock;
  }

  /**
   * @param form is read once it is known that the caller may have meetings
   * @throws DomainException {@link MeetingError#MEETING_NOT_FOUND}, {@link MeetingError#NOT_AUTHOR}
   */
  public Meeting run(Asked asked, Supplier<NewMeeting> form) {
    Visit visit = visits.of(asked);
    Gate.admit(visit.caller());
    NewMeeting wanted = form.get();
    Meeting before = own(visit.meeting(), asked.callerId(), MeetingError.NOT_AUTHOR);
    String upload = thumbnails.keep(asked.meetingId(), wanted.upload());
    try {
      return change(asked, before, wanted.details(), upload);
    } catch (DomainException | InvalidForm refused) {
      thumbnails.drop(upload);
      throw refused;
    }
  }

  private Meeting change(Asked asked, Meeting seen, Details wanted, @Nullable String upload) {
    Meeting before = seen;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Meeting after = before.with(details(before, wanted, upload));
      DomainEvent event = MeetingEvents.of(MeetingEvents.CHANGED, after, clock.instant());
      if (meetings.change(before, after, event)) {
        dropOld(before.details().picture(), after.details().picture());
        return after;
      }
      before = own(visits.of(asked).meeting(), asked.callerId(), MeetingError.NOT_AUTHOR);
    }
    throw new DomainException(MeetingError.CHANGED_MEANWHILE);
  }

  /** A form that names a picture keeps the one that is there, whatever it names. */
  private static Details details(Meeting before, Details wanted, @Nullable String upload) {
    if (wanted.maxCount() < before.approvedCount()) {
      throw new InvalidForm(
          List.of(new Fault("maxCount", "이미 승인된 인원보다 적을 수 없습니다.", wanted.maxCount())));
    }
    String kept = wanted.picture() == null ? null : before.details().picture();
    return wanted.pictured(upload == null ? kept : upload);
  }

  private void dropOld(@Nullable String before, @Nullable String after) {
    if (before != null && !before.equals(after)) {
      thumbnails.drop(before);
    }
  }

  /**
   * @param refusal of whoever is not its author
   */
  public static Meeting own(Optional<Meeting> found, long callerId, MeetingError refusal) {
    Meeting meeting =
        found
            .filter(Meeting::exists)
            .orElseThrow(() -> new DomainException(MeetingError.MEETING_NOT_FOUND));
    if (meeting.authorId() != callerId) {
      throw new DomainException(refusal);
    }
    return meeting;
  }
}
