package dev.moim.studies.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.DomainException;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class StudyCallTest {

  private static final Instant START = Instant.parse("2100-01-31T09:00:00Z");
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final User ANN = new User("ann", "김철수", null);
  private static final User BEN = new User("ben", "이영희", "https://example.com/ben.png");
  private static final PeerSocket SOCKET = new PeerSocket("s1", "c1");

  private final StudyCall empty = StudyCall.start("study", ZoneId.of("Asia/Seoul"), ANN, START);

  @Test
  void endsWithTheLastWhoLeaves() {
    StudyCall both = empty.join(ANN, at(0)).join(BEN, at(60));

    StudyCall one = both.leave("ann", at(100));
    assertThat(one.isOpen()).isTrue();
    assertThat(one.inside()).extracting(in -> in.user().id()).containsExactly("ben");

    StudyCall over = one.leave("ben", at(160));
    assertThat(over.endedAt()).contains(at(160));
    assertThat(over.seconds(at(500))).isEqualTo(160);
    assertThat(secondsOf(over, "ann")).isEqualTo(100);
    assertThat(secondsOf(over, "ben")).isEqualTo(100);
    assertThat(over.past()).isEqualTo(1);
  }

  @Test
  void addsTheTimesOfWhoComesBackAndKeepsWhenTheyFirstCame() {
    StudyCall call = empty.join(BEN, at(0)).join(ANN, at(10)).leave("ann", at(20));
    assertThat(call.find("ann").orElseThrow().leftAt()).contains(at(20));

    call = call.join(ANN, at(50)).leave("ann", at(55)).leave("ben", at(60));

    CallParticipant ann = call.find("ann").orElseThrow();
    assertThat(ann.seconds(at(60))).isEqualTo(15);
    assertThat(ann.joinedAt()).isEqualTo(at(10));
    assertThat(ann.leftAt()).contains(at(55));
  }

  @Test
  void timesMediaStatesOnlyWhileInside() {
    StudyCall call =
        empty
            .enter(BEN, SOCKET, at(0))
            .enter(ANN, new PeerSocket("s2", "c2"), at(0))
            .toggle("ann", MediaState.AUDIO_MUTED, true, at(10))
            .toggle("ann", MediaState.AUDIO_MUTED, true, at(15))
            .toggle("ann", MediaState.SCREEN_SHARED, true, at(20))
            .toggle("ann", MediaState.AUDIO_MUTED, false, at(30))
            .leave("ann", at(50))
            .toggle("ann", MediaState.VIDEO_OFF, true, at(60));

    CallParticipant ann = call.find("ann").orElseThrow();
    assertThat(ann.seconds(MediaState.AUDIO_MUTED, at(100))).isEqualTo(20);
    assertThat(ann.seconds(MediaState.SCREEN_SHARED, at(100))).isEqualTo(30);
    assertThat(ann.seconds(MediaState.VIDEO_OFF, at(100))).isZero();
    assertThat(ann.is(MediaState.SCREEN_SHARED)).as("sharing ends with whoever shares").isFalse();
  }

  @Test
  void aLostSocketLeftWhenItWasLostUnlessItIsBackInTime() {
    StudyCall call = empty.enter(BEN, new PeerSocket("s2", "c2"), at(0)).enter(ANN, SOCKET, at(0));
    StudyCall lost = call.lose(lost("s1"), at(10), GRACE);

    assertThat(lost.expire("ann", at(39)).find("ann").orElseThrow().isInside()).isTrue();
    assertThat(secondsOf(lost.expire("ann", at(40)), "ann")).isEqualTo(10);
    assertThat(secondsOf(lost.leave("ann", at(60)), "ann")).as("the timer is late").isEqualTo(10);

    StudyCall back = lost.enter(ANN, new PeerSocket("s3", "c3"), at(20));
    assertThat(secondsOf(back.expire("ann", at(60)), "ann")).isEqualTo(60);
    StudyCall late = lost.enter(ANN, new PeerSocket("s3", "c3"), at(50));
    assertThat(secondsOf(late.expire("ann", at(60)), "ann")).isEqualTo(20);
  }

  @Test
  void losingAReplacedSocketChangesNothing() {
    StudyCall call = empty.enter(ANN, SOCKET, at(0)).enter(ANN, new PeerSocket("s2", "c2"), at(5));

    assertThat(call.lose(lost("s1"), at(10), GRACE)).isEqualTo(call);
    assertThat(call.find("ann").orElseThrow().isOn("s2")).isTrue();
    StudyCall lost = call.lose(lost("s2"), at(10), GRACE);
    assertThat(lost.lose(lost("s2"), at(20), GRACE)).as("told twice").isEqualTo(lost);
  }

  @Test
  void aToggleOfALostSocketChangesNothing() {
    StudyCall lost =
        empty
            .enter(ANN, SOCKET, at(0))
            .toggle("ann", MediaState.SCREEN_SHARED, true, at(9))
            .lose(lost("s1"), at(10), GRACE);

    assertThat(lost.toggle("ann", MediaState.SCREEN_SHARED, false, at(30))).isEqualTo(lost);
    CallParticipant ann = lost.expire("ann", at(60)).find("ann").orElseThrow();
    assertThat(ann.seconds(MediaState.SCREEN_SHARED, at(60))).isEqualTo(1);
  }

  @Test
  void aLoadedPageThatIsDrawnTwiceMayComeBackToo() {
    PeerSocket next = new PeerSocket("s2", "c2");
    StudyCall back =
        empty.enter(ANN, SOCKET, at(0)).lose(lost("s1"), at(20), GRACE).enter(ANN, next, at(22));

    StudyCall drawn = back.exit(lost("s2"), at(23));
    assertThat(drawn.isOpen()).isTrue();
    assertThat(secondsOf(drawn.enter(ANN, next, at(24)), "ann")).isEqualTo(60);
    assertThat(drawn.expireAll(at(26)).endedAt()).contains(at(23));
    assertThat(back.exit(lost("s2"), at(26)).isOpen()).isFalse();
  }

  @Test
  void onANewPageNothingIsSwitchedOn() {
    PeerSocket next = new PeerSocket("s2", "c2");
    StudyCall sharing =
        empty
            .enter(ANN, SOCKET, at(0))
            .toggle("ann", MediaState.SCREEN_SHARED, true, at(4))
            .toggle("ann", MediaState.AUDIO_MUTED, true, at(11));
    StudyCall lost = sharing.lose(lost("s1"), at(12), GRACE);

    assertShared(sharing.enter(ANN, SOCKET, at(20)), true, 56);
    assertShared(sharing.enter(ANN, next, at(10)), false, 6);
    assertShared(lost.enter(ANN, next, at(20)), false, 8);
    assertShared(lost.join(ANN, at(20)).enter(ANN, next, at(21)), false, 8);
    StudyCall muted =
        sharing.enter(ANN, next, at(9)).toggle("ann", MediaState.AUDIO_MUTED, true, at(10));
    assertThat(muted.find("ann").orElseThrow().is(MediaState.AUDIO_MUTED))
        .as("whatever the page before asked for later")
        .isTrue();
  }

  private static void assertShared(StudyCall call, boolean still, long seconds) {
    CallParticipant ann = call.find("ann").orElseThrow();
    assertThat(ann.is(MediaState.SCREEN_SHARED)).isEqualTo(still);
    assertThat(ann.is(MediaState.AUDIO_MUTED)).isEqualTo(still);
    assertThat(ann.seconds(MediaState.SCREEN_SHARED, at(60))).isEqualTo(seconds);
    assertThat(ann.seconds(at(60))).isEqualTo(60);
  }

  @Test
  void theLastLostSocketEndsTheSessionAtItsLoss() {
    StudyCall over =
        empty.enter(ANN, SOCKET, at(0)).lose(lost("s1"), at(70), GRACE).expire("ann", at(200));

    assertThat(over.endedAt()).contains(at(70));
    assertThat(over.seconds(at(200))).isEqualTo(70);
  }

  @Test
  void whoeverOpensNoSocketLeavesWhenTheLeaseIsOver() {
    StudyCall joined = empty.join(ANN, at(0));
    assertThat(joined.expireAll(at(899))).isEqualTo(joined);
    assertThat(joined.expireAll(at(2_000)).endedAt()).contains(at(900));

    StudyCall longer = joined.prolong("ann", at(600)).expireAll(at(1_200));
    assertThat(longer.isOpen()).isTrue();
    assertThat(longer.expireAll(at(1_500)).endedAt()).contains(at(1_500));
    assertThat(joined.enter(ANN, SOCKET, at(5)).expireAll(at(9_999)).isOpen())
        .as("on an open socket")
        .isTrue();
  }

  @Test
  void joiningByHttpKeepsAnOpenSocket() {
    StudyCall call = empty.enter(ANN, SOCKET, at(0));

    assertThat(call.join(ANN, at(5))).isEqualTo(call);
    StudyCall reloading = call.lose(lost("s1"), at(10), GRACE).join(ANN, at(12));
    assertThat(reloading.expireAll(at(100)).isOpen()).as("the page is loading again").isTrue();
  }

  @Test
  void waitsForItsFirstParticipantForFiveMinutes() {
    assertThat(empty.expireAll(at(299)).isOpen()).isTrue();

    StudyCall over = empty.expireAll(at(300));
    assertThat(over.isOpen()).isFalse();
    assertThat(over.past()).as("leaves no history").isZero();
    assertThat(over.next(BEN, at(301)).session().number()).isEqualTo(1);
  }

  @Test
  void isNotJoinedOnceItIsOver() {
    StudyCall over = empty.join(ANN, at(0)).leave("ann", at(1));

    assertThatThrownBy(() -> over.join(BEN, at(2)))
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(StudyError.SESSION_ENDED));
    assertThat(over.leave("ann", at(3))).isEqualTo(over);
    assertThat(over.toggle("ann", MediaState.SCREEN_SHARED, true, at(3))).isEqualTo(over);
    assertThat(over.expireAll(at(10_000))).isEqualTo(over);
  }

  @Test
  void takesNinetyParticipantsAndNoMore() {
    StudyCall full = empty;
    for (int i = 0; i < StudyCall.MAX_PARTICIPANTS; i++) {
      full = full.join(new User("u" + i, "", null), at(i));
    }
    StudyCall all = full;

    assertThatThrownBy(() -> all.join(ANN, at(100))).isInstanceOf(DomainException.class);
    assertThat(all.leave("u3", at(100)).join(new User("u3", "", null), at(101)).inside())
        .hasSize(90);
  }

  @Test
  void clocksThatDifferMakeNoTimeNegative() {
    StudyCall call = empty.join(ANN, at(-5)).toggle("ann", MediaState.AUDIO_MUTED, true, at(-9));
    StudyCall over = call.leave("ann", at(-7));

    assertThat(over.seconds(at(0))).isZero();
    assertThat(secondsOf(over, "ann")).isZero();
    assertThat(over.endedAt()).contains(START);
    assertThat(over.next(BEN, at(-60)).session().startedAt()).isEqualTo(START);
  }

  @Test
  void aSessionIdTellsTheSessionsNumber() {
    assertThat(SessionIds.number(SessionIds.make(4_711, START))).contains(4_711L);
    assertThat(SessionIds.number("clxxx")).isEmpty();
    assertThat(SessionIds.number("0".repeat(17) + "+1")).isEmpty();
    assertThat(SessionIds.number("z".repeat(40))).isEmpty();
  }

  private static long secondsOf(StudyCall call, String userId) {
    return call.find(userId).orElseThrow().seconds(at(60));
  }

  private static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }

  private static LostSocket lost(String socketId) {
    return new LostSocket(new ParticipantKey("study", "ann"), socketId);
  }
}
