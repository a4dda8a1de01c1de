package dev.moim.shared.media.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.media.MediaEvent;
import dev.moim.shared.media.Webhooks.Delivery;
import dev.moim.shared.rooms.Participant;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.livekit.FakeLiveKit;
import dev.moim.testkit.livekit.SignedWebhook;
import io.livekit.server.WebhookReceiver;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveKitWebhooksTest {

  private static final String BODY =
      """
      {"event":"participant_joined","id":"EV_1","createdAt":"1769850000","num_dropped":0,
       "room":{"sid":"RM_1","name":"tenant.room-1","creationTime":"1769849990","future":[1]},
       "participant":{"sid":"PA_1","identity":"홍길동","joinedAt":"1769849999"}}\
      """;

  private final TestClock clock = TestClock.at("2026-01-31T09:00:00Z");
  private final LiveKitWebhooks webhooks =
      new LiveKitWebhooks(
          () -> new LiveKitSettings("http://x", "ws://x", FakeLiveKit.KEY, FakeLiveKit.SECRET),
          clock);

  @Test
  void readsWhatLiveKitSends() {
    assertThat(verify(signed(BODY)))
        .contains(
            new Delivery(
                "EV_1",
                new MediaEvent.Joined(
                    new RoomKey("tenant", "room-1"),
                    new Participant("PA_1", 1_769_849_999_000L, "홍길동"))));
  }

  @ParameterizedTest
  @CsvSource({
    "room_started, RoomStarted",
    "room_finished, RoomFinished",
    "participant_left, Left",
    "participant_connection_aborted, Left",
    "track_published, Other",
    "something_new, Other"
  })
  void knowsTheEventsThatChangeSomething(String event, String type) {
    assertThat(verify(signed(BODY.replace("participant_joined", event))))
        .get()
        .extracting(delivery -> delivery.event().getClass().getSimpleName())
        .isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EGRESS", "AGENT"})
  void recordersAndAgentsAreNobody(String kind) {
    String body = BODY.replace("\"sid\":\"PA_1\"", "\"sid\":\"PA_1\",\"kind\":\"" + kind + "\"");

    assertThat(verify(signed(body)).orElseThrow().event()).isInstanceOf(MediaEvent.Other.class);
  }

  @Test
  void ignoresRoomsThatAreNotOurs() {
    assertThat(verify(signed(BODY.replace("tenant.room-1", "room-1"))).orElseThrow().event())
        .isInstanceOf(MediaEvent.Other.class);
  }

  @Test
  void refusesAChangedByteAWrongKeyAndAMissingHeader() {
    SignedWebhook good = signed(BODY);
    String changed = BODY.replace("PA_1", "PA_2");

    assertThat(webhooks.verify(bytes(changed), good.authorization())).isEmpty();
    assertThat(webhooks.verify(bytes(BODY), "")).isEmpty();
    assertThat(webhooks.verify(bytes(BODY), "garbage")).isEmpty();
    assertThat(verify(SignedWebhook.of(BODY, FakeLiveKit.KEY, "another secret", clock.instant())))
        .isEmpty();
    assertThat(verify(SignedWebhook.of(BODY, "other", FakeLiveKit.SECRET, clock.instant())))
        .isEmpty();
  }

  @Test
  void refusesOldEventsEvenIfSignedAnewAndOldSignatures() {
    SignedWebhook first = signed(BODY);
    clock.advance(Duration.ofMinutes(7));
    assertThat(verify(first)).as("a signature lasts 5 min and a leeway").isEmpty();
    assertThat(verify(signed(BODY))).as("sent again within the age limit").isPresent();
    clock.advance(Duration.ofMinutes(4));
    assertThat(verify(signed(BODY))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"event\":\"room_started\"}", "{\"id\":5}"})
  void refusesWhatIsNoEvent(String body) {
    assertThat(verify(signed(body))).isEmpty();
  }

  @Test
  void theSdkAcceptsTheSameWebhooks() {
    SignedWebhook good = SignedWebhook.of(BODY, FakeLiveKit.KEY, FakeLiveKit.SECRET, Instant.now());

    var event =
        new WebhookReceiver(FakeLiveKit.KEY, FakeLiveKit.SECRET)
            .receive(good.body(), good.authorization());

    assertThat(event.getParticipant().getIdentity()).isEqualTo("홍길동");
  }

  private SignedWebhook signed(String body) {
    return SignedWebhook.of(body, FakeLiveKit.KEY, FakeLiveKit.SECRET, clock.instant());
  }

  private Optional<Delivery> verify(SignedWebhook webhook) {
    return webhooks.verify(bytes(webhook.body()), webhook.authorization());
  }

  private static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
