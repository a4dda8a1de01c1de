package dev.moim.shared.licenses.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.textsOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Path;
import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.kernel.RoomLife;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What an instance would like to take out of the item of a license, and leaves to the next write
 * that it makes there anyway. Should it make none, the schedule finds what is left.
 */
final class Chores {

  /** With each write; an expression has its limits. */
  private static final int MOST_AT_ONCE = 10;

  private static final int MOST_KEPT = 1_000;

  private enum Kind {
    UNLIST,
    SETTLE
  }

  private record Chore(Kind kind, RoomLife room) {}

  private final Map<Chore, Boolean> open =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Chore, Boolean> eldest) {
          return size() > MOST_KEPT;
        }
      };

  synchronized void unlist(RoomLife room) {
    open.put(new Chore(Kind.UNLIST, room), true);
  }

  synchronized void settle(RoomLife room) {
    open.put(new Chore(Kind.SETTLE, room), true);
  }

  /** Whether nothing of this is in the item any more. */
  boolean isIdle(String licenseId, Map<String, AttributeValue> item) {
    return of(licenseId, item).isEmpty();
  }

  /** With a write about another room. */
  void addTo(Update update, Map<String, AttributeValue> seen, RoomLife about) {
    of(about.licenseId(), seen).stream()
        .filter(chore -> !chore.room().roomId().equals(about.roomId()))
        .forEach(chore -> add(chore, update));
    settled(update, about.licenseId(), seen);
  }

  void addTo(Update update, String licenseId, Map<String, AttributeValue> seen) {
    of(licenseId, seen).forEach(chore -> add(chore, update));
    settled(update, licenseId, seen);
  }

  private static void add(Chore chore, Update update) {
    if (chore.kind() == Kind.UNLIST) {
      Path listed = path(LicenseItem.LISTED, chore.room().roomId());
      update.remove(listed).onlyIf(listed.equalTo(number(chore.room().createdAt())));
    }
  }

  private void settled(Update update, String licenseId, Map<String, AttributeValue> seen) {
    List<String> ended =
        of(licenseId, seen).stream()
            .filter(chore -> chore.kind() == Kind.SETTLE)
            .map(chore -> LicenseItem.writeEnded(chore.room()))
            .toList();
    if (!ended.isEmpty()) {
      update.takeFrom(path(LicenseItem.ENDED), ended);
    }
  }

  /** Those that the item still shows something of; the others are done. */
  private synchronized List<Chore> of(String licenseId, Map<String, AttributeValue> item) {
    Map<String, Long> listed = LicenseItem.listed(item);
    Set<String> ended = textsOf(item, LicenseItem.ENDED);
    open.keySet()
        .removeIf(chore ->
            chore.room().licenseId().equals(licenseId)
                && !item.isEmpty()
                && isDone(chore, listed, ended));
    return open.keySet().stream()
        .filter(chore -> chore.room().licenseId().equals(licenseId))
        .filter(chore -> !isDone(chore, listed, ended))
        .limit(MOST_AT_ONCE)
        .toList();
  }

  private static boolean isDone(Chore chore, Map<String, Long> listed, Set<String> ended) {
    return switch (chore.kind()) {
      case UNLIST ->
          !Long.valueOf(chore.room().createdAt()).equals(listed.get(chore.room().roomId()));
      case SETTLE -> !ended.contains(LicenseItem.writeEnded(chore.room()));
    };
  }
}
