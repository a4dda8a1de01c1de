package dev.moim.shared.groups.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textsOf;
import static dev.moim.shared.aws.dynamodb.Path.path;

import dev.moim.shared.aws.dynamodb.Update;
import dev.moim.shared.groups.Group.Kind;
import dev.moim.shared.groups.Member.Status;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a member of a meeting is forgotten by its family, and by the one that keeps its calls. */
final class Forgetting {

  private Forgetting() {}

  /**
   * Takes the name off a member, if there is one, and notes who did.
   *
   * @param update of the member's item
   */
  static Update of(Update update, Kind by) {
    update
        .onlyIf(path(MemberItem.ROLE).exists())
        .set(path(MemberItem.NAME), text(""))
        .remove(path(MemberItem.AVATAR))
        .addTo(path(MemberItem.FORGOTTEN_BY), by.name());
    return by == Kind.MEETING
        ? update.set(path(MemberItem.STATUS), text(Status.LEFT.name()))
        : update;
  }

  /** Whether nobody needs the member any more. */
  static boolean isComplete(Map<String, AttributeValue> item) {
    return textsOf(item, MemberItem.FORGOTTEN_BY).size() == Kind.values().length;
  }
}
