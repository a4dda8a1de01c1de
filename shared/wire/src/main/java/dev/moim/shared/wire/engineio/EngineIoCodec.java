package dev.moim.shared.wire.engineio;

import dev.moim.shared.kernel.MalformedException;

/**
 * Engine.IO's text frames on a WebSocket: a digit and the data. Revisions 3 and 4 of the protocol
 * write them alike.
 */
public final class EngineIoCodec {

  private static final char BASE64 = 'b';

  private EngineIoCodec() {}

  public static String encode(EngineIoPacket packet) {
    return packet.type().digit() + packet.data();
  }

  /**
   * @throws MalformedException if the frame is empty, of no known type, or base64-encoded binary
   */
  public static EngineIoPacket decode(String frame) {
    if (frame.isEmpty()) {
      throw new MalformedException("empty frame");
    }
    return new EngineIoPacket(type(frame.charAt(0)), frame.substring(1));
  }

  private static EngineIoPacket.Type type(char digit) {
    if (digit == BASE64) {
      throw new MalformedException("binary data is not supported");
    }
    for (EngineIoPacket.Type type : EngineIoPacket.Type.values()) {
      if (type.digit() == digit) {
        return type;
      }
    }
    throw new MalformedException("not an Engine.IO packet");
  }
}
