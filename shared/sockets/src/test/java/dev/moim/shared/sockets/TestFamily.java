package dev.moim.shared.sockets;

import dev.moim.shared.kernel.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The smallest family: its codes, how its messages look, and who may send. */
public final class TestFamily {

  public static final Dialect JSON = new Dialect("j");
  public static final Dialect SOCKET_IO = new Dialect("s");

  /** Shows the payload and what was done to it: {@code s[hello{from=minji}]}. */
  public static final Framing FRAMING =
      new Framing() {
        @Override
        public String payload(Message message) {
          return message.name() + message.fields();
        }

        @Override
        public Message message(String payload) {
          return Message.of(payload.substring(0, payload.indexOf('{'))).with("read", payload);
        }

        @Override
        public String frame(Dialect dialect, String payload) {
          return dialect.code() + "[" + payload + "]";
        }
      };

  /** One code for each {@link Problem}, and some of the family's own. */
  public enum Code implements ErrorCode {
    MALFORMED,
    UNKNOWN_OPERATION,
    MISSING_FIELD,
    INVALID_FIELD,
    TOO_LONG,
    FAILED,
    NOT_A_MEMBER,
    ROOM_FULL,
    NO_MEDIA;

    @Override
    public String message() {
      return "text of " + name();
    }
  }

  /** Of a module below the family. */
  public enum CodeFromBelow implements ErrorCode {
    MEDIA_SERVER_DOWN;

    @Override
    public String message() {
      return "text of " + name();
    }
  }

  public static final FamilyErrors ERRORS =
      new FamilyErrors() {
        @Override
        public ErrorCode of(Problem problem) {
          return Code.valueOf(problem.name());
        }

        @Override
        public ErrorCode own(ErrorCode code) {
          return code == CodeFromBelow.MEDIA_SERVER_DOWN ? Code.NO_MEDIA : code;
        }

        @Override
        public boolean isMembership(ErrorCode code) {
          return code == Code.NOT_A_MEMBER;
        }
      };

  private TestFamily() {}

  /** A client whose socket has been open for this long. */
  public static Sender sender(Duration age) {
    return new Sender("c1", JSON, Instant.parse("2026-01-31T09:00:00Z"), age);
  }

  public static Notice hello(String to, String from) {
    return Notice.to(Recipient.of(to, JSON), new Message("hello", Map.of("from", from)));
  }
}
