package dev.moim.testkit.livekit;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import livekit.LivekitModels.ParticipantPermission;
import livekit.LivekitModels.TrackSource;

/** Checks tokens with the library LiveKit's SDK makes them with. */
final class Tokens {

  /** Who wants to join which room, with a token that is valid from when and grants what. */
  record Joining(
      String room, String identity, Instant validFrom, ParticipantPermission permission) {}

  private final Clock clock;

  Tokens(Clock clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  Joining joining(String token) {
    DecodedJWT verified = verified(token, clock);
    Map<String, Object> grants = grants(verified);
    if (!Boolean.TRUE.equals(grants.get("roomJoin")) || verified.getSubject() == null) {
      throw new IllegalArgumentException("the token lets nobody in");
    }
    Instant from = verified.getNotBeforeAsInstant();
    return new Joining(
        String.valueOf(grants.get("room")),
        verified.getSubject(),
        from == null ? Instant.EPOCH : from,
        permission(grants));
  }

  private static ParticipantPermission permission(Map<String, Object> grants) {
    ParticipantPermission.Builder permission =
        ParticipantPermission.newBuilder()
            .setCanSubscribe(Boolean.TRUE.equals(grants.get("canSubscribe")))
            .setCanPublishData(Boolean.TRUE.equals(grants.get("canPublishData")))
            .setCanPublish(Boolean.TRUE.equals(grants.get("canPublish")));
    if (grants.get("canPublishSources") instanceof List<?> sources) {
      sources.forEach(source ->
          permission.addCanPublishSources(
              TrackSource.valueOf(String.valueOf(source).toUpperCase(Locale.ROOT))));
    }
    return permission.build();
  }

  /**
   * @param room "" if the grant is not about one room
   */
  boolean grants(String authorization, String grant, String room) {
    if (!authorization.startsWith("Bearer ")) {
      return false;
    }
    try {
      Map<String, Object> grants = grants(ofServer(authorization.substring("Bearer ".length())));
      return Boolean.TRUE.equals(grants.get(grant))
          && (room.isEmpty() || room.equals(grants.get("room")));
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  private static Map<String, Object> grants(DecodedJWT token) {
    Map<String, Object> grants = token.getClaim("video").asMap();
    return grants == null ? Map.of() : grants;
  }

  /** The SDK dates tokens by the real clock, wherever the test's stands. */
  private DecodedJWT ofServer(String token) {
    try {
      return verified(token, clock);
    } catch (IllegalArgumentException notNowHere) {
      return verified(token, Clock.systemUTC());
    }
  }

  private static DecodedJWT verified(String token, Clock clock) {
    var builder =
        (JWTVerifier.BaseVerification)
            JWT.require(Algorithm.HMAC256(FakeLiveKit.SECRET))
                .withIssuer(FakeLiveKit.KEY)
                .acceptLeeway(60);
    try {
      return builder.build(clock).verify(token);
    } catch (JWTVerificationException refused) {
      throw new IllegalArgumentException(refused);
    }
  }
}
