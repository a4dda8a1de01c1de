package dev.moim.meetings.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.optionalText;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.meetings.meeting.Category;
import dev.moim.meetings.meeting.Details;
import dev.moim.meetings.meeting.GeoPoint;
import dev.moim.meetings.meeting.Meeting;
import dev.moim.meetings.meeting.MeetingState;
import dev.moim.meetings.meeting.Venue;
import dev.moim.shared.kernel.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A meeting as an item. It is the event of its creation as well, which costs no write of its own:
 * the stream shows it to those who react.
 */
final class MeetingItem {

  static final String AUTHOR = "author"; // N
  static final String TITLE = "title"; // S
  static final String LOCATION = "location"; // the map's id of the place, N
  static final String LATITUDE = "lat"; // degrees, N
  static final String LONGITUDE = "lng"; // degrees, N
  static final String ADDRESS = "address"; // S
  static final String AT = "at"; // epoch seconds, N
  static final String MAX = "max"; // N
  static final String CATEGORIES = "categories"; // names with commas between them, S
  static final String CONTENT = "content"; // S
  static final String PICTURE = "picture"; // S, absent for none
  static final String APPROVED = "approved"; // how many take part, N
  static final String STATE = "state"; // S
  static final String REVISION = "rev"; // one more with each change, N
  static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N, only of what was deleted

  /** How long somebody finds in their list what became of a meeting that is gone. */
  static final Duration REMEMBERED = Duration.ofDays(90);

  private MeetingItem() {}

  /** A new one. */
  static Map<String, AttributeValue> write(Meeting meeting, DomainEvent created) {
    Map<String, AttributeValue> item = new HashMap<>(Keys.meeting(meeting.id()));
    values(meeting)
        .forEach((name, value) -> {
          if (value != null) {
            item.put(name, value);
          }
        });
    item.put(AUTHOR, number(meeting.authorId()));
    item.put(APPROVED, number(meeting.approvedCount()));
    Map<String, AttributeValue> fields =
        created.fields().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, field -> text(field.getValue())));
    item.put(DomainEvent.Item.ID, text(created.id()));
    item.put(DomainEvent.Item.OCCURRED_AT, number(created.occurredAt().toEpochMilli()));
    item.put(DomainEvent.Item.KIND, text(created.kind()));
    item.put(DomainEvent.Item.FIELDS, AttributeValue.fromM(fields));
    return item;
  }

  /** What may change of it; null for what it does not have. */
  static Map<String, @Nullable AttributeValue> values(Meeting meeting) {
    Details details = meeting.details();
    Map<String, @Nullable AttributeValue> values = new HashMap<>();
    values.put(TITLE, text(details.title()));
    values.put(LOCATION, number(details.venue().locationId()));
    values.put(LATITUDE, decimal(details.venue().point().latitude()));
    values.put(LONGITUDE, decimal(details.venue().point().longitude()));
    values.put(ADDRESS, text(details.venue().address()));
    values.put(AT, number(details.at().getEpochSecond()));
    values.put(MAX, number(details.maxCount()));
    values.put(CATEGORIES, text(names(details.categories())));
    values.put(CONTENT, text(details.content()));
    values.put(PICTURE, details.picture() == null ? null : text(details.picture()));
    values.put(STATE, text(meeting.state().name()));
    values.put(REVISION, number(meeting.revision()));
    boolean open = meeting.state() == MeetingState.RECRUITING;
    values.put(Keys.LIST, meeting.exists() ? text(open ? Keys.OPEN : Keys.CLOSED) : null);
    values.put(
        Keys.POSITION, meeting.exists() ? text(Keys.position(details.at(), meeting.id())) : null);
    return values;
  }

  private static AttributeValue decimal(double value) {
    return AttributeValue.fromN(Double.toString(value));
  }

  private static String names(List<Category> categories) {
    return categories.stream().map(Category::name).collect(Collectors.joining(","));
  }

  static Optional<Meeting> find(Map<String, AttributeValue> item) {
    return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
  }

  static Meeting read(Map<String, AttributeValue> item) {
    String id = textOf(item, Keys.ID);
    return new Meeting(
        Long.parseLong(id.substring(id.indexOf('#') + 1)),
        details(item),
        numberOf(item, AUTHOR),
        (int) numberOf(item, APPROVED),
        MeetingState.valueOf(textOf(item, STATE)),
        (int) numberOf(item, REVISION));
  }

  private static Details details(Map<String, AttributeValue> item) {
    GeoPoint point = new GeoPoint(decimalOf(item, LATITUDE), decimalOf(item, LONGITUDE));
    return new Details(
        textOf(item, TITLE),
        new Venue(numberOf(item, LOCATION), point, textOf(item, ADDRESS)),
        Instant.ofEpochSecond(numberOf(item, AT)),
        (int) numberOf(item, MAX),
        Stream.of(textOf(item, CATEGORIES).split(",")).map(Category::valueOf).toList(),
        textOf(item, CONTENT),
        optionalText(item, PICTURE).orElse(null));
  }

  private static double decimalOf(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new IllegalStateException("a meeting without " + name);
    }
    return Double.parseDouble(value.n());
  }
}
