package dev.moim.shared.groups.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.optionalText;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.shared.groups.Group;
import dev.moim.shared.groups.Group.Kind;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.groups.MemberKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A member as an item. It repeats the facts of its group, which hardly change: so one read of a
 * member is all that most requests need, and one query shows a user's groups by name.
 */
public final class MemberItem {

  static final String GROUP_ID = "groupId"; // partition key, S
  static final String USER_ID = "userId"; // sort key, S
  static final String ROLE = "role"; // S
  static final String STATUS = "status"; // S
  static final String NAME = "name"; // the user's, S
  static final String AVATAR = "avatar"; // S, absent for none
  static final String JOINED_AT = "joinedAt"; // epoch milliseconds, N
  static final String GROUP_NAME = "groupName"; // S
  static final String ZONE = "zone"; // the group's, IANA, S
  static final String GROUP_AT = "groupCreatedAt"; // epoch milliseconds, N
  static final String KIND = "groupKind"; // S, absent for a study
  static final String FORGOTTEN_BY = "forgottenBy"; // of somebody gone: kinds of families, SS
  static final String OWNERS = "owners"; // on the group's own item: how many it has, N
  static final String TENANT = "tenant"; // on the own item of one that is mirrored: license id, S

  /** Before a group's id: the sort key of its own item. No user id begins with it. */
  static final String OWN = "#";

  private MemberItem() {}

  public static Map<String, AttributeValue> key(MemberKey member) {
    return Map.of(GROUP_ID, text(member.groupId()), USER_ID, text(member.userId()));
  }

  /** The item of the group itself: one partition each in the index as well. */
  static Map<String, AttributeValue> ownKey(String groupId) {
    return Map.of(GROUP_ID, text(groupId), USER_ID, text(OWN + groupId));
  }

  static Map<String, AttributeValue> own(Group group, int owners) {
    Map<String, AttributeValue> item = new HashMap<>(ownKey(group.id()));
    item.putAll(facts(group));
    item.put(OWNERS, number(owners));
    return item;
  }

  static Map<String, AttributeValue> write(Member member) {
    Map<String, AttributeValue> item = new HashMap<>(key(member.key()));
    item.putAll(facts(member.group()));
    item.put(ROLE, text(member.role().name()));
    item.put(STATUS, text(member.status().name()));
    item.put(NAME, text(member.name()));
    if (member.avatar() != null) {
      item.put(AVATAR, text(member.avatar()));
    }
    item.put(JOINED_AT, number(member.joinedAt().toEpochMilli()));
    return item;
  }

  private static Map<String, AttributeValue> facts(Group group) {
    Map<String, AttributeValue> facts = new HashMap<>();
    facts.put(GROUP_NAME, text(group.name()));
    facts.put(ZONE, text(group.zone().getId()));
    facts.put(GROUP_AT, number(group.createdAt().toEpochMilli()));
    if (group.kind() != Kind.STUDY) {
      facts.put(KIND, text(group.kind().name()));
    }
    return facts;
  }

  /** A member, unless it is a group's own item: some user's id might look like its key. */
  public static Optional<Member> find(Map<String, AttributeValue> item) {
    return item.containsKey(ROLE) ? Optional.of(read(item)) : Optional.empty();
  }

  /** The group of an item: its own, or a member's. */
  static Group group(Map<String, AttributeValue> item) {
    return new Group(
        textOf(item, GROUP_ID),
        ZoneId.of(textOf(item, ZONE)),
        textOf(item, GROUP_NAME),
        Instant.ofEpochMilli(numberOf(item, GROUP_AT)),
        optionalText(item, KIND).map(Kind::valueOf).orElse(Kind.STUDY));
  }

  private static Member read(Map<String, AttributeValue> item) {
    return new Member(
        group(item),
        textOf(item, USER_ID),
        Role.valueOf(textOf(item, ROLE)),
        Status.valueOf(textOf(item, STATUS)),
        textOf(item, NAME),
        Instant.ofEpochMilli(numberOf(item, JOINED_AT)),
        optionalText(item, AVATAR).orElse(null));
  }
}
