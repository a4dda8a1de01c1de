package dev.moim.studies.call;

import dev.moim.shared.kernel.DomainException;
import dev.moim.studies.User;
import dev.moim.studies.call.CallModel.Past;
import dev.moim.studies.call.CallModel.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Five members who come and go by chance, in the store and in the model at the same time. */
final class RandomCalls {

  static final Instant START = Instant.parse("2100-01-31T09:00:00Z");

  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final int MEMBERS = 5;
  private static final int[] WAITS = {0, 1, 5, 20, 29, 30, 31, 120, 600, 950};

  final CallModel model = new CallModel();
  private final Map<String, Instant> lastMoves = new HashMap<>();
  private final Calls calls;
  private final String studyId;
  private final Random random;
  private final Map<String, String> sockets = new HashMap<>();
  private Instant now = START;
  private int socketsMade;

  RandomCalls(Calls calls, String studyId, long seed) {
    this.calls = calls;
    this.studyId = studyId;
    this.random = new Random(seed);
  }

  /** Opens the first session; otherwise many games would be over before one began. */
  void begin() {
    start("u0");
  }

  /** Makes one move; it is repeated as a client would if the store fails. */
  void step() {
    String user = "u" + random.nextInt(MEMBERS);
    // Of two wishes of one moment nobody knows the later one.
    if (now.equals(lastMoves.put(user, now))) {
      pass(1);
      lastMoves.put(user, now);
    }
    int move = random.nextInt(13);
    MediaState kind = MediaState.values()[random.nextInt(MediaState.values().length)];
    boolean on = random.nextInt(3) > 0;
    int wait = WAITS[random.nextInt(WAITS.length)];
    switch (move) {
      case 0, 12 -> start(user);
      case 1 -> join(user);
      case 2, 3 -> enter(user);
      case 4 -> leave(user);
      case 5, 6 -> lose(user);
      case 7, 8 -> toggle(user, kind, on);
      case 9 -> timers();
      default -> pass(wait);
    }
  }

  private void start(String user) {
    model.start();
    persist(() ->
        calls.start(
            calls.findNow(studyId),
            latest ->
                latest
                    .map(last -> last.next(user(user), now))
                    .orElseGet(
                        () -> StudyCall.start(studyId, ZoneId.of("Asia/Seoul"), user(user), now))));
  }

  private void join(String user) {
    model.join(user);
    change(call -> call.join(user(user), now));
  }

  private void enter(String user) {
    String socketId = "s" + socketsMade++;
    sockets.put(user, socketId);
    model.enter(user);
    change(call -> call.enter(user(user), new PeerSocket(socketId, "c" + socketId), now));
  }

  private void leave(String user) {
    model.leave(user);
    change(call -> call.leave(user, now));
  }

  private void lose(String user) {
    ParticipantKey key = new ParticipantKey(studyId, user);
    LostSocket lost = new LostSocket(key, sockets.getOrDefault(user, "none"));
    model.lose(user);
    change(call -> call.lose(lost, now, GRACE));
  }

  private void toggle(String user, MediaState kind, boolean on) {
    model.toggle(user, kind, on);
    change(call -> call.toggle(user, kind, on, now));
  }

  private void timers() {
    model.timers();
    change(call -> call.expireAll(now));
  }

  void pass(int seconds) {
    model.pass(seconds);
    now = now.plusSeconds(seconds);
  }

  /** Longer than every grace and lease, and the timers that end them. */
  void settle() {
    pass(1_000);
    timers();
    pass(40);
    sockets.keySet().forEach(this::lose);
    pass(40);
    timers();
  }

  private void change(UnaryOperator<StudyCall> transition) {
    persist(() -> {
      try {
        calls.change(studyId, transition);
      } catch (DomainException over) {
        // Nobody joins what is over; the model knows that as well.
      }
    });
  }

  private static void persist(Runnable request) {
    for (int tries = 0; ; tries++) {
      try {
        request.run();
        return;
      } catch (DomainException refused) {
        throw refused;
      } catch (RuntimeException failed) {
        if (tries == 5) {
          throw failed;
        }
      }
    }
  }

  private static User user(String id) {
    return new User(id, "김" + id, null);
  }

  /** Sessions of the history in the model's terms. */
  static List<Past> asPast(List<StudyCall> sessions) {
    List<Past> past = new ArrayList<>();
    for (StudyCall session : sessions) {
      Instant end = session.endedAt().orElseThrow();
      Map<String, Times> users = new TreeMap<>();
      session
          .roster()
          .byUserId()
          .forEach((id, participant) -> users.put(id, times(participant, end)));
      past.add(new Past(second(session.session().startedAt()), second(end), users));
    }
    return past;
  }

  private static Times times(CallParticipant participant, Instant end) {
    Map<MediaState, Integer> switches = new EnumMap<>(MediaState.class);
    for (MediaState kind : MediaState.values()) {
      int seconds = Math.toIntExact(participant.seconds(kind, end));
      if (seconds != 0) {
        switches.put(kind, seconds);
      }
    }
    return new Times(Math.toIntExact(participant.seconds(end)), switches);
  }

  private static int second(Instant instant) {
    return Math.toIntExact(Duration.between(START, instant).toSeconds());
  }
}
