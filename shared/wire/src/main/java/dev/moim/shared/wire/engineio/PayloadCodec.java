package dev.moim.shared.wire.engineio;

import dev.moim.shared.kernel.MalformedException;
import java.util.ArrayList;
import java.util.List;

/**
 * Several packets in the body of one request or answer, as a client that polls sends and gets them.
 * Revision 3 writes the length of each before it, in UTF-16 units; revision 4 puts a record
 * separator between them.
 */
public final class PayloadCodec {

  private static final String SEPARATOR = "\u001e";
  private static final int MOST_DIGITS = 7;

  private PayloadCodec() {}

  public static String encode(EngineIoVersion version, List<EngineIoPacket> packets) {
    StringBuilder body = new StringBuilder();
    for (EngineIoPacket packet : packets) {
      String text = EngineIoCodec.encode(packet);
      switch (version) {
        case V3 -> body.append(text.length()).append(':');
        case V4 -> body.append(body.isEmpty() ? "" : SEPARATOR);
      }
      body.append(text);
    }
    return body.toString();
  }

  /**
   * @return at least one packet
   * @throws MalformedException if the body is not made of packets, or one is base64-encoded binary
   */
  public static List<EngineIoPacket> decode(EngineIoVersion version, String body) {
    List<String> texts =
        switch (version) {
          case V3 -> measured(body);
          case V4 -> List.of(body.split(SEPARATOR, -1));
        };
    List<EngineIoPacket> packets = new ArrayList<>();
    for (String text : texts) {
      packets.add(EngineIoCodec.decode(text));
    }
    return packets;
  }

  private static List<String> measured(String body) {
    List<String> texts = new ArrayList<>();
    int at = 0;
    do {
      int colon = body.indexOf(':', at);
      int begin = colon + 1;
      int end = begin + length(body, at, colon);
      if (end > body.length()) {
        throw new MalformedException("a packet is shorter than its length says");
      }
      texts.add(body.substring(begin, end));
      at = end;
    } while (at < body.length());
    return texts;
  }

  private static int length(String body, int from, int colon) {
    if (colon <= from || colon - from > MOST_DIGITS) {
      throw new MalformedException("a packet has no length before it");
    }
    int length = 0;
    for (int i = from; i < colon; i++) {
      int digit = body.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new MalformedException("the length of a packet is no number");
      }
      length = 10 * length + digit;
    }
    return length;
  }
}
