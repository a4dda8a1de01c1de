package dev.moim.shared.sockets.stomp;

import dev.moim.shared.kernel.Ids;
import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.wire.stomp.StompCodec;
import dev.moim.shared.wire.stomp.StompFrame;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Frames of a socket, whose messages reach functions one by one and in any order. Nearly every
 * message holds whole frames and costs nothing; of others the pieces are kept until they make one.
 */
public final class FrameStream {

  /** While a beginning, or something between, may meet a cold start on its way; 1.5 s in all. */
  private static final List<Duration> WAITS = Collections.nCopies(15, Duration.ofMillis(100));

  private static final int ID_LENGTH = 8;

  private final Pieces pieces;
  private final Consumer<Duration> pause;

  /**
   * @param pause waits this long; tests let something happen instead
   */
  public FrameStream(Pieces pieces, Consumer<Duration> pause) {
    this.pieces = pieces;
    this.pause = pause;
  }

  /**
   * The frames that a message ends or holds; none if it holds heart-beats or part of a frame.
   *
   * @throws MalformedException if it is nothing of the kind
   */
  public List<StompFrame> read(Sender sender, String text) {
    if (!StompCodec.begins(text)) {
      return keep(sender, text);
    }
    StompCodec.Decoded decoded = StompCodec.decode(text);
    if (decoded.rest().isEmpty()) {
      return decoded.frames();
    }
    List<StompFrame> frames = new ArrayList<>(decoded.frames());
    frames.addAll(keep(sender, decoded.rest()));
    return frames;
  }

  private List<StompFrame> keep(Sender sender, String text) {
    Piece piece = new Piece(sender.receivedAt(), Ids.base62(ID_LENGTH), text);
    List<Piece> kept = pieces.add(sender.connectionId(), piece);
    if (kept.isEmpty() || bytes(kept) > Pieces.MAX_BYTES) {
      throw new MalformedException("a frame is too long for messages so short");
    }
    for (Duration wait : WAITS) {
      switch (Assembly.of(kept)) {
        case Assembly.Waiting() -> {
          return List.of();
        }
        case Assembly.Whole whole when whole.sure() -> {
          if (pieces.take(sender.connectionId(), kept, whole.rest())) {
            return whole.frames();
          }
        }
        case Assembly.Whole _, Assembly.Headless _ -> pause.accept(wait);
      }
      kept = pieces.find(sender.connectionId());
      if (!kept.contains(piece)) {
        return List.of(); // somebody else has made a frame of it
      }
    }
    return last(sender, kept);
  }

  private List<StompFrame> last(Sender sender, List<Piece> kept) {
    return switch (Assembly.of(kept)) {
      case Assembly.Waiting() -> List.of();
      case Assembly.Headless() -> {
        pieces.take(sender.connectionId(), kept, List.of());
        throw new MalformedException("a frame begins with a command of STOMP");
      }
      case Assembly.Whole whole ->
          pieces.take(sender.connectionId(), kept, whole.rest()) ? whole.frames() : List.of();
    };
  }

  private static int bytes(List<Piece> kept) {
    return kept.stream()
        .mapToInt(piece -> piece.text().getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }
}
