package dev.moim.shared.groups.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.groups.Group;
import dev.moim.shared.groups.Group.Kind;
import dev.moim.shared.groups.Groups.Change;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.groups.MemberKey;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoGroupsTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("GroupsTable");

  private static final Instant NOW = Instant.parse("2100-01-31T09:00:00.123Z");
  private static final Group GROUP = Group.study("g1", ZoneId.of("Asia/Seoul"), "스터디", NOW);

  private final Member ann = member("ann", Role.OWNER);
  private final Member ben = member("ben", Role.MEMBER);
  private DynamoGroups groups;

  @BeforeEach
  void setUp() {
    groups = new DynamoGroups(DYNAMO.client(), DYNAMO.table("GroupsTable"));
    groups.create(ann);
  }

  @Test
  void keepsMembersWithWhatTheirGroupIs() {
    Member withPicture = ben.named("이영희").pictured("https://example.com/ben.png");
    assertThat(groups.change(Optional.empty(), withPicture)).isEqualTo(Change.DONE);

    assertThat(groups.find(new MemberKey("g1", "ben"))).contains(withPicture);
    assertThat(groups.find(new MemberKey("g1", "eve"))).isEmpty();
    assertThat(groups.findAll("g1", List.of("ann", "ben", "ben", "eve")))
        .isEqualTo(Map.of("ann", ann, "ben", withPicture));
  }

  @Test
  void listsAUsersGroupsTheLatestFirst() {
    Group later = Group.study("g2", ZoneId.of("UTC"), "b", NOW);
    Member inLater = new Member(later, "ann", Role.OWNER, Status.ACTIVE, "", NOW, null);
    groups.create(inLater);

    assertThat(groups.ofUser("ann")).containsExactly(inLater, ann);
    assertThat(groups.ofUser("eve")).isEmpty();
  }

  @Test
  void listsAndDeletesAGroupsMembers() {
    groups.change(Optional.empty(), ben);
    assertThat(groups.members("g1")).containsExactly(ann, ben);
    assertThat(groups.members("none")).isEmpty();
    groups.delete(ann);
    assertThat(groups.members("g1")).isEmpty();
    assertThat(groups.ofUser("ben")).isEmpty();
    groups.create(ann);
    assertThat(groups.members("g1")).as("its own item is gone too").containsExactly(ann);
  }

  @Test
  void refusesAChangeOfWhatIsNoLongerSo() {
    assertThat(groups.change(Optional.empty(), ben)).isEqualTo(Change.DONE);
    assertThat(groups.change(Optional.empty(), ben)).isEqualTo(Change.OUTDATED);
    assertThat(groups.change(Optional.of(ben), ben.as(Role.ADMIN))).isEqualTo(Change.DONE);
    assertThat(groups.change(Optional.of(ben), ben.as(Status.LEFT))).isEqualTo(Change.OUTDATED);
    DYNAMO.faults().conflict(3); // as often as the SDK tries
    assertThat(groups.change(Optional.of(ben.as(Role.ADMIN)), ben)).isEqualTo(Change.OUTDATED);
  }

  @Test
  void countsOwnersExactlyEvenIfAnAnswerIsLost() {
    groups.change(Optional.empty(), ben);
    DYNAMO.faults().loseAnswer("TransactWriteItems", 1);
    groups.change(Optional.of(ben), ben.as(Role.OWNER));
    Member other = member("cat", Role.OWNER);
    groups.change(Optional.empty(), other);

    assertThat(groups.change(Optional.of(ann), ann.as(Status.LEFT))).isEqualTo(Change.DONE);
    assertThat(groups.change(Optional.of(other), other.as(Role.ADMIN))).isEqualTo(Change.DONE);
    assertThat(groups.change(Optional.of(ben.as(Role.OWNER)), ben)).isEqualTo(Change.LAST_OWNER);
  }

  @Test
  void costsWhatTheTableSays() {
    Group fresh = Group.study("g3", ZoneId.of("Asia/Seoul"), "스터디", NOW);
    Member owner = new Member(fresh, "eve", Role.OWNER, Status.ACTIVE, "", NOW, null);

    assertUnits(0, 8, () -> groups.create(owner));
    assertUnits(1, 0, () -> groups.find(new MemberKey("g1", "ann")));
    assertUnits(0.5, 0, () -> groups.ofUser("ann"));
    assertUnits(0, 8, () -> groups.change(Optional.empty(), ben));
    assertUnits(0, 8, () -> groups.change(Optional.of(ben), ben.as(Role.OWNER)));
  }

  private static void assertUnits(double read, double write, Runnable access) {
    DYNAMO.counter().reset();
    access.run();
    assertThat(DYNAMO.counter().requests()).isEqualTo(1);
    assertThat(DYNAMO.counter().readUnits()).isEqualTo(read);
    assertThat(DYNAMO.counter().writeUnits()).isEqualTo(write);
  }

  @Test
  void whoeverForgetsAMemberOfAMeetingLastDeletesThem() {
    Group meeting = new Group("m1", ZoneId.of("Asia/Seoul"), "모임", NOW, Kind.MEETING);
    for (List<Kind> order :
        List.of(List.of(Kind.STUDY, Kind.MEETING), List.of(Kind.MEETING, Kind.STUDY))) {
      Member dan =
          new Member(meeting, "dan", Role.OWNER, Status.ACTIVE, "단", NOW, "https://example.com/d");
      DYNAMO
          .client()
          .transactWriteItems(
              r -> r.transactItems(new MemberWrites(DYNAMO.table("GroupsTable")).put(dan)));
      groups.forget(dan.key(), order.getFirst());
      groups.forget(dan.key(), order.getFirst());
      assertThat(groups.find(dan.key()))
          .as("left by the meeting alone")
          .contains(
              dan.named("")
                  .pictured(null)
                  .as(order.getFirst() == Kind.MEETING ? Status.LEFT : Status.ACTIVE));
      groups.forget(dan.key(), order.getLast());
      assertThat(groups.find(dan.key())).isEmpty();
      groups.forget(dan.key(), order.getLast());
      assertThat(groups.find(dan.key())).isEmpty();
    }
  }

  @Test
  void aGroupsOwnItemIsNobody() {
    assertThat(groups.find(new MemberKey("g1", "#g1"))).isEmpty();
    assertThat(groups.findAll("g1", List.of("#g1"))).isEmpty();
    assertThat(groups.ofUser("#g1")).isEmpty();
  }

  private static Member member(String userId, Role role) {
    return new Member(GROUP, userId, role, Status.ACTIVE, "", NOW, null);
  }
}
