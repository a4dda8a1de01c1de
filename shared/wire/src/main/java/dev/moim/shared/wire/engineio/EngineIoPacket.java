package dev.moim.shared.wire.engineio;

/**
 * What one text frame of an Engine.IO socket carries.
 *
 * @param data empty for most types; a Socket.IO packet in a message, JSON in an open packet; a pong
 *     repeats its ping's
 */
public record EngineIoPacket(Type type, String data) {

  /** By the character that stands for it on the wire. */
  public enum Type {
    /** The server's first packet, see {@link Handshake}. */
    OPEN('0'),
    CLOSE('1'),
    PING('2'),
    PONG('3'),
    MESSAGE('4'),
    /** Only a polling client that changes to WebSocket sends it. */
    UPGRADE('5'),
    NOOP('6');

    private final char digit;

    Type(char digit) {
      this.digit = digit;
    }

    char digit() {
      return digit;
    }
  }

  public static EngineIoPacket message(String data) {
    return new EngineIoPacket(Type.MESSAGE, data);
  }

  /** What a poll is answered with that nothing has come for. */
  public static EngineIoPacket noop() {
    return new EngineIoPacket(Type.NOOP, "");
  }

  public static EngineIoPacket ping() {
    return new EngineIoPacket(Type.PING, "");
  }

  /** The answer to this ping. */
  public EngineIoPacket pong() {
    return new EngineIoPacket(Type.PONG, data);
  }
}
