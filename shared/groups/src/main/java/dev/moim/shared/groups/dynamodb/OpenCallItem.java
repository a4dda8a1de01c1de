package dev.moim.shared.groups.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.mapOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The part of a call's item that says who is inside. The family that keeps calls writes all of it,
 * under these names.
 */
public final class OpenCallItem {

  public static final String GROUP_ID = "studyId"; // partition key, S
  public static final String ITEM = "item"; // sort key, S

  /** Sort key of a group's open session, or else its latest. */
  public static final String CALL = "call";

  public static final String SESSION_ID = "sessionId"; // S
  public static final String ENDED_AT = "endedAt"; // epoch milliseconds, N, absent while open
  public static final String PARTICIPANTS = "participants"; // user id -> a list each, M

  /** Where a participant's list says since when they are inside, in epoch milliseconds; 0: not. */
  public static final int INSIDE_SINCE = 6;

  private OpenCallItem() {}

  static Map<String, AttributeValue> key(String groupId) {
    return Map.of(GROUP_ID, text(groupId), ITEM, text(CALL));
  }

  static boolean isOpen(Map<String, AttributeValue> item, String sessionId) {
    return textOf(item, SESSION_ID).equals(sessionId) && !item.containsKey(ENDED_AT);
  }

  static boolean isInside(Map<String, AttributeValue> item, String userId) {
    AttributeValue participant = mapOf(item, PARTICIPANTS).get(userId);
    return participant != null && !participant.l().get(INSIDE_SINCE).n().equals("0");
  }
}
