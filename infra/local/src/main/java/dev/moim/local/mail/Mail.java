package dev.moim.local.mail;

import java.time.Instant;

/**
 * A mail as somebody would have got it.
 *
 * @param id sorts by the time it was sent
 */
record Mail(String id, Envelope envelope, Instant sentAt, Words words) {

  /** Who wrote to whom. */
  record Envelope(String from, String to) {}

  /** What it says, once for each kind of program. */
  record Words(String subject, String text, String html) {}

  /** Whether this is its recipient, in whatever letters. */
  boolean isTo(String address) {
    return envelope.to.equalsIgnoreCase(address);
  }
}
