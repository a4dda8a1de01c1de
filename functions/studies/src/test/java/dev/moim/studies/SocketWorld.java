package dev.moim.studies;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.groups.Group;
import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.Member;
import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.shared.groups.MemberKey;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.kernel.Timers.Timer;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.shared.people.jwt.UserTokens.Bearer;
import dev.moim.studies.call.Calls;
import dev.moim.studies.call.StudyCall;
import dev.moim.studies.identity.nextauth.SessionCookiesTest;
import dev.moim.studies.sqs.TimerFixture;
import dev.moim.studies.websocket.SocketFixture;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.RecordingSockets;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.VirtualTimers;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The family's socket on real tables, with sockets, timers and time in the test's hand. */
public final class SocketWorld {

  public static final String[] TABLES = {"GroupsTable", "StudyCallsTable", "ConnectionsTable"};
  public static final String STUDY = "s1";
  public static final String ROOM = "study-s1-main";
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final String SECRET = "the secret that signs tokens of users";

  /** In the future of any real clock: DynamoDB Local deletes what has expired by the real one. */
  public final TestClock clock = TestClock.at("2100-01-01T00:00:00Z");

  public final RecordingSockets sockets = new RecordingSockets();
  public final VirtualTimers timers = new VirtualTimers(clock);
  public final UserTokens tokens = new UserTokens(() -> SECRET, clock);
  public final Groups groups;
  public final Calls calls;

  /** What HTTP requests do. */
  public final CallWiring requests;

  public final SignalWiring wiring;
  public final SocketFixture gateway;
  private final Consumer<Timer> fire;

  /** What happens while a function waits, before it tries again; once. */
  public Runnable meanwhile = () -> {};

  /** What waiting is. */
  public Consumer<Duration> pause = this::happen;

  /** How often functions have waited. */
  public int pauses;

  public SocketWorld(DynamoDbExtension dynamo) {
    this(dynamo.client(), dynamo::table);
  }

  public SocketWorld(DynamoDbExtension dynamo, Map<String, String> more) {
    this(dynamo.client(), dynamo::table, more);
  }

  /**
   * @param table the name of a table by its logical id
   */
  public SocketWorld(DynamoDbClient dynamo, UnaryOperator<String> table) {
    this(dynamo, table, Map.of());
  }

  /**
   * @param more settings of the deployment
   */
  public SocketWorld(DynamoDbClient dynamo, UnaryOperator<String> table, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("GROUPS_TABLE", table.apply("GroupsTable"));
    settings.put("STUDY_CALLS_TABLE", table.apply("StudyCallsTable"));
    settings.put("CONNECTIONS_TABLE", table.apply("ConnectionsTable"));
    settings.putIfAbsent("HANDSHAKES_TABLE", "handshakes");
    settings.put("TOKEN_SECRET", SECRET);
    settings.put("NEXTAUTH_SECRET", SessionCookiesTest.SECRET);
    settings.put("AWS_REGION", "us-east-1");
    Deployment deployment =
        Deployment.of(new Settings(settings))
            .with(clock)
            .with(dynamo)
            .with(sockets)
            .with(timers)
            .withPause(duration -> pause.accept(duration));
    wiring = new SignalWiring(deployment);
    gateway = new SocketFixture(wiring, sockets, clock);
    fire = TimerFixture.of(wiring);
    groups = new MemberWiring(deployment).groups();
    requests = new CallWiring(deployment);
    calls = requests.calls();
    member("owner", Role.OWNER, Status.ACTIVE);
  }

  /** Puts somebody into the study. */
  public void member(String userId, Role role, Status status) {
    member(STUDY, userId, role, status);
  }

  public void member(String studyId, String userId, Role role, Status status) {
    Group group = Group.study(studyId, SEOUL, "Study " + studyId, clock.instant());
    Member member = new Member(group, userId, role, status, "", clock.instant(), null);
    if (role == Role.OWNER) {
      groups.create(member);
    } else {
      groups.change(groups.find(member.key()), member);
    }
  }

  /** Opens the study's session, as the owner's request does. */
  public StudyCall start() {
    return start(STUDY);
  }

  public StudyCall start(String studyId) {
    User owner = new User("owner", "Owner", null);
    return calls
        .start(
            calls.findNow(studyId),
            latest ->
                latest
                    .map(last -> last.next(owner, clock.instant()))
                    .orElseGet(() -> StudyCall.start(studyId, SEOUL, owner, clock.instant())))
        .call();
  }

  /** An ordinary member with a socket of their own, connected. */
  public SocketClient user(String userId) {
    if (groups.find(new MemberKey(STUDY, userId)).isEmpty()) {
      member(userId, Role.MEMBER, Status.ACTIVE);
    }
    return stranger(userId);
  }

  /** Somebody whom no study knows, connected. */
  public SocketClient stranger(String userId) {
    return connect("c-" + userId, userId);
  }

  /** A socket of this user, connected. */
  public SocketClient connect(String connectionId, String userId) {
    SocketClient client = open(connectionId, Map.of("EIO", "4"), Map.of());
    client.send("40{\"token\":\"" + token(userId) + "\"}");
    client.take();
    return client;
  }

  /** A socket that has sent nothing yet. */
  public SocketClient open(
      String connectionId, Map<String, String> query, Map<String, String> headers) {
    gateway.connect(connectionId, query, headers);
    pass(Duration.ZERO);
    return new SocketClient(this, connectionId);
  }

  public String token(String userId) {
    return tokens.access(new Bearer(userId, "이름 " + userId, null), Duration.ofHours(1));
  }

  public void pass(Duration time) {
    timers.pass(time, fire);
  }

  private void happen(Duration ignored) {
    pauses++;
    Runnable happening = meanwhile;
    meanwhile = () -> {};
    happening.run();
  }

  public StudyCall call() {
    return findCall().orElseThrow();
  }

  public Optional<StudyCall> findCall() {
    return calls.findNow(STUDY);
  }
}
