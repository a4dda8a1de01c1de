package dev.moim.chat.reaction;

import dev.moim.chat.message.Author;
import dev.moim.chat.notification.About;
import dev.moim.chat.notification.NotificationType;
import dev.moim.chat.notification.Notify;
import dev.moim.chat.notification.Occasion;
import dev.moim.shared.kernel.DomainEvent;
import dev.moim.shared.people.People;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tells people what happens to the meetings they have to do with. */
public final class NotifyOfMeetings {

  private final Notify notify;
  private final People people;

  public NotifyOfMeetings(Notify notify, People people) {
    this.notify = notify;
    this.people = people;
  }

  public void run(DomainEvent event) {
    MeetingNews news = new MeetingNews(event);
    switch (event.kind()) {
      case MeetingNews.APPLIED -> author(news, NotificationType.NEW_PARTICIPATION_REQUEST);
      case MeetingNews.LEFT -> author(news, NotificationType.PARTICIPANT_LEFT);
      case MeetingNews.APPROVED -> applicant(news, NotificationType.PARTICIPANT_APPROVED);
      case MeetingNews.REJECTED -> applicant(news, NotificationType.PARTICIPANT_REJECTED);
      case MeetingNews.KICKED -> applicant(news, NotificationType.PARTICIPANT_KICKED);
      case MeetingNews.CLOSED -> others(news, NotificationType.PARTICIPANT_MEETING_CLOSED);
      case MeetingNews.CANCELED -> others(news, NotificationType.MEETING_CANCELED);
      case MeetingNews.EXPIRED -> everybody(news, NotificationType.MEETING_EXPIRED);
      default -> {} // that it was made or changed is seen where meetings are
    }
  }

  private void author(MeetingNews news, NotificationType type) {
    Author whom = people.find(news.userId()).map(Author::of).orElse(Author.NOBODY);
    tell(List.of(news.authorId()), news, type, whom);
  }

  private void applicant(MeetingNews news, NotificationType type) {
    tell(List.of(news.userId()), news, type, Author.NOBODY);
  }

  private void others(MeetingNews news, NotificationType type) {
    Set<Long> concerned = concerned(news);
    concerned.remove(news.authorId());
    tell(concerned, news, type, Author.NOBODY);
  }

  private void everybody(MeetingNews news, NotificationType type) {
    Set<Long> concerned = concerned(news);
    concerned.add(news.authorId());
    tell(concerned, news, type, Author.NOBODY);
  }

  private static Set<Long> concerned(MeetingNews news) {
    Set<Long> concerned = new TreeSet<>(news.memberIds());
    concerned.addAll(news.waitingIds());
    return concerned;
  }

  /** Whose account is deleted is told nothing: it would be kept for nobody. */
  private void tell(
      Collection<Long> userIds, MeetingNews news, NotificationType type, Author whom) {
    DomainEvent event = news.event();
    Occasion occasion =
        new Occasion(event.id(), event.occurredAt(), type, new About(news.title(), whom));
    notify.run(new TreeSet<>(people.findAll(userIds).keySet()), occasion);
  }
}
