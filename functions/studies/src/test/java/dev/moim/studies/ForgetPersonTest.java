package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.moim.shared.groups.Group;
import dev.moim.shared.groups.Group.Kind;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.groups.dynamodb.MemberWrites;
import dev.moim.studies.call.CallParticipant;
import dev.moim.studies.dynamodb.PersonGoneHandler;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose account is deleted is forgotten by studies too. */
class ForgetPersonTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(SocketWorld.TABLES);

  private SocketWorld world;

  @BeforeEach
  void setUp() {
    world = new SocketWorld(DYNAMO);
  }

  private void gone(String userId) {
    var image =
        Map.of(
            "eventId", text("e1"),
            "kind", text("person.gone"),
            "occurredAt", number("4102444800000"),
            "fields", new AttributeValue().withM(Map.of("userId", text(userId))));
    var record = new DynamodbEvent.DynamodbStreamRecord();
    record.setEventName("INSERT");
    record.setDynamodb(new StreamRecord().withNewImage(image).withSequenceNumber("1"));
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(List.of(record));
    var answer =
        new PersonGoneHandler(world.wiring.forgetPerson())
            .handleRequest(event, TestContext.INSTANCE);
    assertThat(answer.getBatchItemFailures()).isEmpty();
  }

  private static AttributeValue text(String value) {
    return new AttributeValue(value);
  }

  private static AttributeValue number(String value) {
    return new AttributeValue().withN(value);
  }

  private static String everything() {
    return Arrays.stream(SocketWorld.TABLES)
        .map(
            table -> DYNAMO.client().scan(r -> r.tableName(DYNAMO.table(table))).items().toString())
        .collect(Collectors.joining());
  }

  private Optional<Member> member(String userId) {
    return world.groups.find(new MemberKey(SocketWorld.STUDY, userId));
  }

  @Test
  void nothingHasTheirNameAnyMore() {
    world.start();
    SocketClient ann = world.user("ann").join();
    SocketClient ben = world.user("ben").join();
    world.pass(Duration.ofMinutes(1));
    ann.emit("video:leave-room", "roomId", SocketWorld.ROOM);
    ben.emit("video:leave-room", "roomId", SocketWorld.ROOM);
    world.pass(Duration.ofMinutes(1));
    world.start();
    ben.join();
    ann.join();
    ann.emit("presence:join-study", "studyId", SocketWorld.STUDY);
    ben.emit("presence:join-study", "studyId", SocketWorld.STUDY);
    String name = "이름 ben";
    String other = "이름 ann";
    assertThat(everything()).contains("S=" + name + ")", "S=user#ben)", "S=" + other + ")");

    gone("ben");
    world.gateway.disconnect(ben.connectionId);
    assertThat(everything()).doesNotContain("S=" + name + ")", "S=user#ben)");
    assertThat(everything()).contains("S=" + other + ")");
    assertThat(member("ben")).isEmpty();
    assertThat(everything()).as("who began the session").contains("S=Owner)");
    gone("owner");
    assertThat(everything()).doesNotContain("S=Owner)");
    assertThat(world.call().find("ben").filter(CallParticipant::isInside)).isEmpty();
    assertThat(world.call().find("ann").orElseThrow().user().name()).isEqualTo(other);

    gone("ben");
    world.pass(Duration.ofHours(1));
    assertThat(everything()).doesNotContain("S=" + name + ")");
  }

  @Test
  void theStudyPassesToTheAdminOrMemberWhoHasBeenThereLongest() {
    world.member("invited", Role.ADMIN, Status.INVITED);
    world.member("member", Role.MEMBER, Status.ACTIVE);
    gone("owner");
    assertThat(member("member").orElseThrow().owns()).isTrue();
    assertThat(member("invited").orElseThrow().owns()).isFalse();
    assertThat(member("owner")).isEmpty();
  }

  @Test
  void withNobodyToPassToTheStudyGoesToo() {
    world.member("invited", Role.MEMBER, Status.INVITED);
    gone("owner");
    assertThat(world.groups.members(SocketWorld.STUDY)).isEmpty();
    assertThat(DYNAMO.client().scan(r -> r.tableName(DYNAMO.table("GroupsTable"))).items())
        .isEmpty();
  }

  /** As if the study were a meeting, and Ann and Ben, who is the answer, in its call. */
  private SocketClient meet() {
    world.start();
    world.user("ann").join();
    SocketClient ben = world.user("ben").join();
    MemberWrites writes = new MemberWrites(DYNAMO.table("GroupsTable"));
    for (Member member : world.groups.members(SocketWorld.STUDY)) {
      Group group = member.group();
      Group meeting =
          new Group(group.id(), group.zone(), group.name(), group.createdAt(), Kind.MEETING);
      Member named =
          new Member(
              meeting,
              member.userId(),
              member.role(),
              Status.ACTIVE,
              "이름 " + member.userId(),
              member.joinedAt(),
              null);
      DYNAMO.client().transactWriteItems(r -> r.transactItems(writes.put(named)));
    }
    return ben;
  }

  @Test
  void meetingsAreLeftToTheirFamilyAndOnlyTheirCallsForgotten() {
    SocketClient ben = meet();
    assertThat(everything()).contains("S=이름 ben)", "S=Owner)");
    gone("ben");
    world.gateway.disconnect(ben.connectionId);
    gone("owner");
    assertThat(everything()).doesNotContain("S=이름 ben)", "S=이름 owner)", "S=Owner)");
    assertThat(world.call().find("ben").filter(CallParticipant::isInside)).isEmpty();
    assertThat(world.call().find("ann").filter(CallParticipant::isInside)).isPresent();
    assertThat(member("ben").orElseThrow().isActive()).isTrue();
    assertThat(member("owner").orElseThrow().owns()).isTrue();
    world.groups.forget(new MemberKey(SocketWorld.STUDY, "ben"), Kind.MEETING);
    assertThat(member("ben")).isEmpty();
  }

  @Test
  void whoHasLeftAMeetingBeforeIsForgottenWithTheirCalls() {
    SocketClient ben = meet();
    world.groups.forget(new MemberKey(SocketWorld.STUDY, "ben"), Kind.MEETING);
    assertThat(member("ben").orElseThrow().status()).isEqualTo(Status.LEFT);
    assertThat(everything()).as("in the call").contains("S=이름 ben)");
    gone("ben");
    world.gateway.disconnect(ben.connectionId);
    assertThat(everything()).doesNotContain("S=이름 ben)");
    assertThat(member("ben")).isEmpty();
    assertThat(member("ann")).isPresent();
  }

  @Test
  void whoWasInvitedOrLeftIsForgottenToo() {
    world.member("invited", Role.MEMBER, Status.INVITED);
    world.member("left", Role.MEMBER, Status.LEFT);
    gone("invited");
    gone("left");
    gone("nobody");
    assertThat(world.groups.members(SocketWorld.STUDY)).hasSize(1);
  }
}
