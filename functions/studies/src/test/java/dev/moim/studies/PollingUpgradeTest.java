package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.sockets.polling.SessionId;
import dev.moim.shared.sockets.polling.dynamodb.DynamoPollingSessions;
import dev.moim.testkit.DynamoDbExtension;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that begin by polling and change to their socket, as Socket.IO's do unless told not. */
class PollingUpgradeTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          Stream.concat(Stream.of(SocketWorld.TABLES), Stream.of("HandshakesTable"))
              .toArray(String[]::new));

  private static final Map<String, String> NO_HEADERS = Map.of();

  private SocketWorld world;
  private DynamoPollingSessions sessions;

  @BeforeEach
  void setUp() {
    String table = DYNAMO.table("HandshakesTable");
    world = new SocketWorld(DYNAMO, Map.of("HANDSHAKES_TABLE", table));
    sessions = new DynamoPollingSessions(DYNAMO.client(), table);
    world.start();
  }

  @Test
  void whatTheClientSaidBeforeIsAnsweredOnceItsSocketIsInUse() {
    SessionId session = issue();
    sessions.keep(session, List.of("40{\"token\":\"" + world.token("ann") + "\"}"));
    SocketClient ann = open("c1", session, "4");
    assertThat(ann.frames()).as("it was greeted when it polled").isEmpty();
    ann.send("2probe");
    assertThat(ann.frames()).containsExactly("3probe");
    ann.send("5");
    assertThat(ann.frames()).containsExactly("40{\"sid\":\"" + session.text() + "\"}");
    assertThat(ann.socketId()).isEqualTo(session.text());
    world.member("ann", Role.MEMBER, Status.ACTIVE);
    ann.join();
    assertThat(world.call().inside()).hasSize(1);
  }

  @Test
  void itIsPingedAsEverybodyElse() {
    SocketClient ann = upgraded("c1", "ann");
    world.pass(Duration.ofSeconds(299));
    assertThat(ann.frames()).isEmpty();
    world.pass(Duration.ofSeconds(2));
    assertThat(ann.frames()).containsExactly("2");
  }

  @Test
  void aTokenThatIsNoneIsRefusedThere() {
    SessionId session = issue();
    sessions.keep(session, List.of("40{\"token\":\"forged\"}", "40/admin,"));
    SocketClient client = open("c1", session, "4");
    client.send("5");
    assertThat(client.frames())
        .containsExactlyInAnyOrder(
            "44{\"message\":\"Authentication failed\"}",
            "44/admin,{\"message\":\"Invalid namespace\"}");
  }

  @Test
  void revision3IsWelcomedOrRefusedWithoutAsking() {
    SessionId session = issue();
    Map<String, String> query = query(session, "3");
    query.put("token", world.token("ann"));
    SocketClient ann = world.open("c1", query, NO_HEADERS);
    ann.send("5");
    assertThat(ann.frames()).containsExactly("40");
    assertThat(ann.socketId()).as("what it takes for its id").isEqualTo(session.text());

    SocketClient nobody = open("c2", issue(), "3");
    nobody.send("5");
    assertThat(nobody.frames()).containsExactly("44\"Authentication required\"");
  }

  @Test
  void anUpgradeThatIsHandledTwiceIsAnsweredOnce() {
    SocketClient ann = upgraded("c1", "ann");
    ann.send("5");
    assertThat(ann.frames()).isEmpty();
    SocketClient old = world.open("c2", query(issue(), "3"), NO_HEADERS);
    old.send("5");
    old.frames();
    old.send("5");
    assertThat(old.frames()).isEmpty();
  }

  @Test
  void aNamespaceMayBeAskedForWhileTheUpgradeIsUnderWay() {
    SessionId session = issue();
    SocketClient ann = open("c1", session, "4");
    ann.send("40{\"token\":\"" + world.token("ann") + "\"}");
    assertThat(ann.frames()).containsExactly("40{\"sid\":\"" + session.text() + "\"}");
    ann.send("5");
    assertThat(ann.frames()).isEmpty();
    world.pass(Duration.ofSeconds(31));
    assertThat(world.sockets.isOpen("c1")).isTrue();
  }

  /** Wherever the function dies its client does not wait for ever: it comes back. */
  @Test
  void aSocketOnWhichNothingWasAnsweredIsClosed() {
    for (int request = 1; request <= 6; request++) {
      String id = "c" + request;
      SessionId session = issue();
      sessions.keep(session, List.of("40{\"token\":\"" + world.token("ann") + "\"}"));
      SocketClient client = open(id, session, "4");
      DYNAMO.faults().die(request);
      int status = world.gateway.status(id, "5", world.clock.instant());
      assertThat(status).isEqualTo(request < 6 ? 500 : 200);
      DYNAMO.faults().reset();
      boolean answered = !client.frames().isEmpty();
      world.pass(Duration.ofSeconds(31));
      assertThat(world.sockets.isOpen(id))
          .as("dead before request %s, answered: %s", request, answered)
          .isEqualTo(sessions.isAnswered(session));
      assertThat(answered || !world.sockets.isOpen(id)).isTrue();
    }
    assertThat(world.sockets.isOpen("c6")).as("there are five requests").isTrue();
  }

  @Test
  void aPostThatGetsNoAnswerClosesItToo() {
    SessionId session = issue();
    sessions.keep(session, List.of("40{\"token\":\"" + world.token("ann") + "\"}"));
    SocketClient ann = open("c1", session, "4");
    world.sockets.stick("c1");
    ann.send("5");
    world.sockets.unstick("c1");
    world.pass(Duration.ofSeconds(31));
    assertThat(world.sockets.isOpen("c1")).isFalse();
  }

  @Test
  void aProbeThatNeverBecomesItsClientsSocketIsClosed() {
    SocketClient client = open("c1", issue(), "4");
    client.send("2probe");
    world.pass(Duration.ofSeconds(31));
    assertThat(world.sockets.isOpen("c1")).isFalse();
  }

  /** A participant's id may be its session's, which its peers know: it is of no use to them. */
  @Test
  void aSessionBelongsToOneSocket() {
    SessionId session = issue();
    sessions.keep(session, List.of("40{\"token\":\"" + world.token("ann") + "\"}"));
    SocketClient ann = open("c1", session, "4");
    assertThat(world.gateway.connect("c2", query(session, "4"), NO_HEADERS)).isEqualTo(400);
    ann.send("5");
    assertThat(ann.frames()).hasSize(1);
    assertThat(world.gateway.connect("c2", query(session, "3"), NO_HEADERS)).isEqualTo(400);
    assertThat(world.wiring.studySockets().findNow("c2")).isEmpty();
  }

  @Test
  void aSessionThatIsOverOrNoneOpensNoSocket() {
    SessionId session = issue();
    world.clock.advance(Duration.ofSeconds(31));
    assertThat(world.gateway.connect("c1", query(session, "4"), NO_HEADERS)).isEqualTo(400);
    Map<String, String> query = new HashMap<>(query(session, "4"));
    query.put("sid", "0123456789ABCDEFGHIJ");
    assertThat(world.gateway.connect("c1", query, NO_HEADERS)).isEqualTo(400);
  }

  @Test
  void aSessionThatNobodyIssuedGrantsNothing() {
    SocketClient nobody = open("c1", issue(), "4");
    nobody.send("5");
    assertThat(nobody.frames()).isEmpty();
    nobody.send("40");
    assertThat(nobody.frames()).containsExactly("44{\"message\":\"Authentication required\"}");
  }

  @Test
  void aHandshakeCostsAFewRequests() {
    SessionId session = issue();
    sessions.keep(session, List.of("40{\"token\":\"" + world.token("ann") + "\"}"));
    DYNAMO.counter().reset();
    SocketClient ann = open("c1", session, "4");
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(Map.of("UpdateItem", 1, "PutItem", 1));
    assertThat(DYNAMO.counter().writeUnits()).isEqualTo(2);
    DYNAMO.counter().reset();
    ann.send("5");
    // Which session it is, who it is; what waits, who it is now, and that it was answered.
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(Map.of("GetItem", 2, "UpdateItem", 3));
    assertThat(DYNAMO.counter().readUnits()).isEqualTo(2);
    assertThat(DYNAMO.counter().writeUnits()).isEqualTo(3);
    DYNAMO.counter().reset();
    world.pass(Duration.ofSeconds(31));
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(Map.of("GetItem", 1));
  }

  private SocketClient upgraded(String connectionId, String userId) {
    SessionId session = issue();
    sessions.keep(session, List.of("40{\"token\":\"" + world.token(userId) + "\"}"));
    SocketClient client = open(connectionId, session, "4");
    client.send("5");
    assertThat(client.frames()).hasSize(1);
    return client;
  }

  private SessionId issue() {
    return SessionId.issue(world.clock.instant());
  }

  private SocketClient open(String connectionId, SessionId session, String revision) {
    return world.open(connectionId, query(session, revision), NO_HEADERS);
  }

  private static Map<String, String> query(SessionId session, String revision) {
    return new HashMap<>(Map.of("EIO", revision, "sid", session.text(), "transport", "websocket"));
  }
}
