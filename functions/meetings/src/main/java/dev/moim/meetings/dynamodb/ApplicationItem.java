package dev.moim.meetings.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.meetings.participation.Application;
import dev.moim.meetings.participation.Application.Applicant;
import dev.moim.meetings.participation.Application.Parties;
import dev.moim.meetings.participation.Participation;
import dev.moim.meetings.participation.ParticipationStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An application as two items: one beside its meeting, of which there is one for each user and
 * which says what became of it, and one by which it is found by its id, which never changes.
 */
final class ApplicationItem {

  static final String APPLICATION = "application"; // its id, N
  static final String MEETING = "meeting"; // N
  static final String USER = "user"; // N
  static final String NAME = "name"; // the user's then, S
  static final String AUTHOR = "author"; // of the meeting, N
  static final String TITLE = "title"; // of the meeting then, S
  static final String STATUS = "status"; // S

  private ApplicationItem() {}

  /** The one by its id. */
  static Map<String, AttributeValue> pointer(Application application) {
    Map<String, AttributeValue> item = new HashMap<>(Keys.application(application.id()));
    item.putAll(facts(application));
    return item;
  }

  /** The one beside its meeting, which is in the list of its user as well. */
  static Map<String, AttributeValue> applicant(Participation participation) {
    Application application = participation.application();
    Map<String, AttributeValue> item = new HashMap<>(applicantKey(application));
    item.putAll(facts(application));
    item.put(STATUS, text(participation.status().name()));
    item.put(Keys.LIST, text(Keys.applicationsOf(application.userId())));
    item.put(Keys.POSITION, text(Keys.padded(application.id())));
    return item;
  }

  static Map<String, AttributeValue> applicantKey(Application application) {
    return Keys.applicant(application.meetingId(), new Keys.Applicant(application.userId()));
  }

  private static Map<String, AttributeValue> facts(Application application) {
    Parties parties = application.parties();
    return Map.of(
        APPLICATION, number(application.id()),
        MEETING, number(parties.meetingId()),
        USER, number(parties.applicant().userId()),
        NAME, text(parties.applicant().name()),
        AUTHOR, number(parties.authorId()),
        TITLE, text(parties.title()));
  }

  static Optional<Application> find(Map<String, AttributeValue> item) {
    return item.isEmpty() ? Optional.empty() : Optional.of(application(item));
  }

  static Participation read(Map<String, AttributeValue> item) {
    return new Participation(application(item), ParticipationStatus.valueOf(textOf(item, STATUS)));
  }

  private static Application application(Map<String, AttributeValue> item) {
    Applicant applicant = new Applicant(numberOf(item, USER), textOf(item, NAME));
    return new Application(
        numberOf(item, APPLICATION),
        new Parties(
            numberOf(item, MEETING), applicant, numberOf(item, AUTHOR), textOf(item, TITLE)));
  }
}
