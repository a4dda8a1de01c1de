package dev.moim.shared.licenses.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.flag;
import static dev.moim.shared.aws.dynamodb.Attributes.flagOf;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.textsOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Condition;
import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.Licenses.Opening;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How many rooms a license has open: one number in its item. Beside it stand the names of those
 * that are known to the number only, because they may not have been made: a count that nobody comes
 * to use is found by its name. Few names are kept for longer, many would make each write dearer.
 */
final class RoomCounts {

  /** So many names leave the item of a license below 1 KB. */
  private static final int MOST_LISTED = 10;

  private static final Duration CONTENDED = Duration.ofSeconds(1);
  private static final Path OPEN = path(LicenseItem.OPEN);
  private static final Condition ENABLED = path(LicenseItem.ENABLED).equalTo(flag(true));

  private final String table;
  private final TokenBucket creations;
  private final OptimisticUpdates updates;
  private final Chores chores = new Chores();

  RoomCounts(String table, TokenBucket creations, OptimisticUpdates updates) {
    this.table = table;
    this.creations = creations;
    this.updates = updates;
  }

  Chores chores() {
    return chores;
  }

  boolean isCrowded(String licenseId) {
    return LicenseItem.listed(updates.recall(licenseId)).size() > MOST_LISTED;
  }

  boolean isTold(String licenseId) {
    return flagOf(updates.recall(licenseId), LicenseItem.TOLD);
  }

  Opening open(RoomLife room, Instant now) {
    return updates.write(
        room.licenseId(),
        seen -> {
          Update update = counting(room, seen, now).onlyIf(listed(room).missing());
          creations.take(update, seen, now);
          return update.onlyIf(ENABLED).onlyIf(OPEN.lessThan(path(LicenseItem.ROOM_LIMIT)));
        },
        item -> new Opening.Opened(),
        item -> refusal(item, room, now),
        () -> new Opening.TooSoon(CONTENDED));
  }

  private Optional<Opening> refusal(Map<String, AttributeValue> item, RoomLife room, Instant now) {
    if (item.isEmpty()) {
      return Optional.of(new Opening.UnknownLicense());
    }
    License license = LicenseItem.read(item);
    if (!license.enabled()) {
      return Optional.of(new Opening.Disabled());
    }
    Long listed = license.open().listed().get(room.roomId());
    if (listed != null) {
      return Optional.of(
          listed == room.createdAt() ? new Opening.Opened() : new Opening.CountedBefore());
    }
    return license.open().count() >= license.roomLimit()
        ? Optional.of(new Opening.LimitReached())
        : creations.wait(item, now).map(Opening.TooSoon::new);
  }

  /** The name of an earlier room of that id makes way: its count is that of this one now. */
  void count(RoomLife room, Instant now) {
    updates.write(
        room.licenseId(),
        seen ->
            LicenseItem.listed(seen).containsKey(room.roomId())
                ? update(room)
                    .set(listed(room), number(room.createdAt()))
                    .onlyIf(listed(room).exists())
                : counting(room, seen, now)
                    .onlyIf(path(LicenseItem.ID).exists())
                    .onlyIf(listed(room).missing()),
        item -> true,
        item -> done(item.isEmpty() || isListed(item, room)),
        RoomCounts::contended);
  }

  private Update counting(RoomLife room, Map<String, AttributeValue> seen, Instant now) {
    Update update = update(room);
    PeakOfDay.open(update, seen, dayOf(now));
    chores.addTo(update, seen, room);
    return update.set(listed(room), number(room.createdAt()));
  }

  void close(RoomLife room, Instant now) {
    updates.write(
        room.licenseId(),
        seen -> {
          Update update = closing(room, seen, now);
          chores.addTo(update, seen, room);
          return update.remove(listed(room)).onlyIf(listed(room).equalTo(number(room.createdAt())));
        },
        item -> true,
        item -> done(!isListed(item, room)),
        RoomCounts::contended);
  }

  /** Listed or not: that it is counted off is what is noted. */
  void closeUnlisted(RoomLife room, Instant now) {
    String ended = LicenseItem.writeEnded(room);
    Path all = path(LicenseItem.ENDED);
    updates.write(
        room.licenseId(),
        seen -> {
          Update update = closing(room, seen, now);
          if (isListed(seen, room)) {
            update.remove(listed(room)).onlyIf(listed(room).equalTo(number(room.createdAt())));
          } else {
            update.onlyIf(
                listed(room).missing().or(listed(room).notEqualTo(number(room.createdAt()))));
          }
          return update
              .addTo(all, ended)
              .onlyIf(path(LicenseItem.ID).exists())
              .onlyIf(all.missing().or(all.contains(ended).negated()));
        },
        item -> true,
        item -> done(item.isEmpty() || textsOf(item, LicenseItem.ENDED).contains(ended)),
        RoomCounts::contended);
  }

  private Update closing(RoomLife room, Map<String, AttributeValue> seen, Instant now) {
    Update update = update(room);
    PeakOfDay.close(update, seen, dayOf(now));
    return update;
  }

  /** What was left to be done, in one write, or in none if nothing was. */
  void tidy(String licenseId) {
    Map<String, AttributeValue> last = updates.recall(licenseId);
    if (chores.isIdle(licenseId, last)) {
      return;
    }
    updates.write(
        licenseId,
        seen -> {
          Update update = new Update(table, LicenseItem.key(licenseId));
          chores.addTo(update, licenseId, seen);
          return update.onlyIf(path(LicenseItem.ID).exists());
        },
        item -> true,
        item -> done(chores.isIdle(licenseId, item)),
        RoomCounts::contended);
  }

  private Update update(RoomLife room) {
    return new Update(table, LicenseItem.key(room.licenseId()));
  }

  private static Path listed(RoomLife room) {
    return path(LicenseItem.LISTED, room.roomId());
  }

  private static boolean isListed(Map<String, AttributeValue> item, RoomLife room) {
    Long createdAt = LicenseItem.listed(item).get(room.roomId());
    return createdAt != null && createdAt == room.createdAt();
  }

  private static Optional<Boolean> done(boolean nothingToDo) {
    return nothingToDo ? Optional.of(true) : Optional.empty();
  }

  private static boolean contended() {
    throw new IllegalStateException("the license is written by too many at once");
  }

  private static LocalDate dayOf(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
