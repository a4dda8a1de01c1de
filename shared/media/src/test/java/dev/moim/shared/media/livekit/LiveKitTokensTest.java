package dev.moim.shared.media.livekit;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.media.MediaGrants;
import dev.moim.shared.media.MediaRoomName;
import dev.moim.shared.rooms.MediaSource;
import io.livekit.server.AccessToken;
import io.livekit.server.CanPublish;
import io.livekit.server.CanPublishData;
import io.livekit.server.CanPublishSources;
import io.livekit.server.CanSubscribe;
import io.livekit.server.RoomAdmin;
import io.livekit.server.RoomJoin;
import io.livekit.server.RoomName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveKitTokensTest {

  private static final String SECRET = "a secret of some length, for tests only";
  private static final MediaRoomName ROOM = MediaRoomName.of(new RoomKey("tenant", "room-1"));
  private final LiveKitSettings settings = new LiveKitSettings("http://x", "ws://x", "key", SECRET);

  @Test
  void areWhatTheDocumentShows() {
    String token = new LiveKitTokens(() -> settings, Clock.systemUTC()).mint(ROOM, "홍길동", false);
    DecodedJWT decoded = verified(token);

    assertThat(token).startsWith("eyJhbGciOiJIUzI1NiJ9.");
    assertThat(decoded.getClaims()).containsOnlyKeys("iss", "nbf", "exp", "sub", "video");
    assertThat(decoded.getIssuer()).isEqualTo("key");
    assertThat(decoded.getSubject()).isEqualTo("홍길동");
    assertThat(Duration.between(decoded.getNotBeforeAsInstant(), decoded.getExpiresAtAsInstant()))
        .isEqualTo(Duration.ofHours(24));
    assertThat(decoded.getNotBeforeAsInstant()).isBeforeOrEqualTo(Instant.now());
  }

  @Test
  void grantWhatTheSdksTokensGrant() {
    AccessToken oracle = new AccessToken("key", SECRET);
    oracle.setIdentity("ann");
    oracle.addGrants(
        new RoomJoin(true),
        new RoomName(ROOM.text()),
        new CanPublish(true),
        new CanSubscribe(true),
        new CanPublishData(true));

    String ours = new LiveKitTokens(() -> settings, Clock.systemUTC()).mint(ROOM, "ann", false);

    assertThat(verified(ours).getClaim("video").asMap())
        .isEqualTo(verified(oracle.toJwt()).getClaim("video").asMap());
  }

  @Test
  void anAdminsTokenMayAlsoAdministerThatRoom() {
    AccessToken oracle = new AccessToken("key", SECRET);
    oracle.addGrants(new RoomAdmin(true));

    String ours =
        new LiveKitTokens(() -> settings, Clock.systemUTC())
            .mint(new MediaRoomName("any name"), "ann", true);

    assertThat(verified(ours).getClaim("video").asMap())
        .containsEntry("room", "any name")
        .containsEntry("canPublish", true)
        .containsAllEntriesOf(verified(oracle.toJwt()).getClaim("video").asMap());
  }

  @Test
  void whatTheHostForbadeIsNotGranted() {
    AccessToken oracle = new AccessToken("key", SECRET);
    oracle.addGrants(new CanPublish(true), new CanPublishSources(List.of("camera", "microphone")));

    Map<String, Object> video =
        verified(minted(Set.of(MediaSource.CAMERA, MediaSource.MICROPHONE)))
            .getClaim("video")
            .asMap();

    assertThat(video).containsAllEntriesOf(verified(oracle.toJwt()).getClaim("video").asMap());
    assertThat(verified(minted(Set.of(MediaSource.SCREEN))).getClaim("video").asMap())
        .containsEntry("canPublishSources", List.of("screen_share", "screen_share_audio"));
    assertThat(verified(minted(Set.of())).getClaim("video").asMap())
        .containsEntry("canPublish", false)
        .containsEntry("canSubscribe", true);
  }

  private String minted(Set<MediaSource> sources) {
    return new LiveKitTokens(() -> settings, Clock.systemUTC())
        .mint(ROOM, "ann", new MediaGrants(false, sources));
  }

  @Test
  void roomsOfTwoTenantsNeverShareAName() {
    RoomKey room = new RoomKey("a", "b.c");
    assertThat(MediaRoomName.of(room)).isEqualTo(new MediaRoomName("a.b.c"));
    assertThat(new MediaRoomName("a.b.c").key()).contains(room);
    assertThat(new MediaRoomName("abc").key()).isEmpty();
    assertThat(new MediaRoomName(".c").key()).isEmpty();
    assertThat(new MediaRoomName("a.").key()).isEmpty();
  }

  private static DecodedJWT verified(String token) {
    return JWT.require(Algorithm.HMAC256(SECRET)).withIssuer("key").build().verify(token);
  }
}
