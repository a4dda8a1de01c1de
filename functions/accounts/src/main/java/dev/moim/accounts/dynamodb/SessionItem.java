package dev.moim.accounts.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.text;

import dev.moim.accounts.person.Session;
import dev.moim.accounts.person.TokenHash;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A session as a list in its account: current hash, when it came, the one before, the end. */
final class SessionItem {

  /** Where the current hash stands. */
  static final int CURRENT = 0;

  private SessionItem() {}

  static AttributeValue write(Session session) {
    return AttributeValue.fromL(
        List.of(
            text(session.current().hex()),
            number(session.rotatedAt().toEpochMilli()),
            text(session.previous().hex()),
            number(session.expiresAt().toEpochMilli())));
  }

  static Session read(AttributeValue value) {
    List<AttributeValue> parts = value.l();
    return new Session(
        new TokenHash(parts.get(CURRENT).s()),
        instant(parts.get(1)),
        new TokenHash(parts.get(2).s()),
        instant(parts.get(3)));
  }

  private static Instant instant(AttributeValue value) {
    return Instant.ofEpochMilli(Long.parseLong(value.n()));
  }
}
