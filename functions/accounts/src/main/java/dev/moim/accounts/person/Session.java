package dev.moim.accounts.person;

import java.time.Instant;

/**
 * A login that stands, as a family of refresh tokens: each is exchanged for the next one.
 *
 * @param current hash of the token that may be exchanged
 * @param rotatedAt when it came into the place of the one before
 * @param previous hash of the one before, or of the same where there was none
 * @param expiresAt when the login ends unless a token is exchanged
 */
public record Session(TokenHash current, Instant rotatedAt, TokenHash previous, Instant expiresAt) {

  /** One that begins. */
  public static Session begun(TokenHash first, Instant now, Instant expiresAt) {
    return new Session(first, now, first, expiresAt);
  }

  /** The same after an exchange. */
  public Session next(TokenHash successor, Instant now, Instant newEnd) {
    return new Session(successor, now, current, newEnd);
  }
}
