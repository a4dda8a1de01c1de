package dev.moim.shared.sockets.stomp;

import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.wire.stomp.StompCodec;
import dev.moim.shared.wire.stomp.StompFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What the pieces of a socket make, put in the order in which they were received. */
sealed interface Assembly {

  /** A client sends the pieces of a frame in one breath. */
  Duration LONGEST = Duration.ofSeconds(30);

  /** The beginning is there; whoever brings what is missing goes on. */
  record Waiting() implements Assembly {}

  /** What has come so far is no frame's beginning. */
  record Headless() implements Assembly {}

  /**
   * Frames that are finished.
   *
   * @param sure whether no piece can be missing within them
   * @param rest the beginning of the next one, or nothing
   */
  record Whole(List<StompFrame> frames, boolean sure, List<Piece> rest) implements Assembly {}

  /**
   * @throws MalformedException if they will never make a frame
   */
  static Assembly of(List<Piece> pieces) {
    List<Piece> sorted = sorted(pieces);
    Piece first = sorted.getFirst();
    Piece last = sorted.getLast();
    if (Duration.between(first.receivedAt(), last.receivedAt()).compareTo(LONGEST) > 0) {
      throw new MalformedException("a frame was not finished in time");
    }
    if (!StompCodec.begins(first.text())) {
      return new Headless();
    }
    if (isAmbiguous(sorted)) {
      throw new MalformedException("pieces of one millisecond have no order");
    }
    try {
      return whole(sorted, last);
    } catch (MalformedException notInThisOrder) {
      return new Waiting(); // a piece from their middle is missing
    }
  }

  private static Assembly whole(List<Piece> sorted, Piece last) {
    String text = sorted.stream().map(Piece::text).collect(Collectors.joining());
    StompCodec.Decoded decoded = StompCodec.decode(text);
    if (decoded.frames().isEmpty()) {
      return new Waiting();
    }
    List<Piece> rest = new ArrayList<>();
    if (!decoded.rest().isEmpty()) {
      rest.add(new Piece(last.receivedAt(), last.id(), decoded.rest()));
    }
    return new Whole(decoded.frames(), isSure(sorted, decoded), rest);
  }

  /**
   * With all headers in the first piece, and the body's length among them, a missing piece would
   * leave the body too short.
   */
  private static boolean isSure(List<Piece> sorted, StompCodec.Decoded decoded) {
    String first = sorted.getFirst().text().stripLeading().replace("\r\n", "\n");
    return decoded.frames().size() == 1
        && first.contains("\n\n")
        && decoded.frames().getFirst().written("content-length").isPresent();
  }

  private static List<Piece> sorted(List<Piece> pieces) {
    return pieces.stream()
        .sorted(Comparator.comparing(Piece::receivedAt).thenComparingInt(Assembly::place))
        .toList();
  }

  /** Of one millisecond, a beginning comes before what continues it, and an end comes last. */
  private static int place(Piece piece) {
    if (StompCodec.begins(piece.text())) {
      return 0;
    }
    return isEnd(piece) ? 2 : 1;
  }

  private static boolean isEnd(Piece piece) {
    return piece.text().stripTrailing().endsWith("\0");
  }

  private static boolean isAmbiguous(List<Piece> sorted) {
    for (int i = 1; i < sorted.size(); i++) {
      Piece before = sorted.get(i - 1);
      Piece piece = sorted.get(i);
      if (before.receivedAt().equals(piece.receivedAt())
          && place(before) == place(piece)
          && !before.text().equals(piece.text())) {
        return true;
      }
    }
    return false;
  }
}
