package dev.moim.calls;

import dev.moim.shared.kernel.Fields;
import java.util.Optional;

/**
 * A request from one member to another.
 *
 * @param roomId of a room both are in; naming it spares the server looking for one
 */
public record ToMember(String userId, Optional<String> roomId, String target) {

  public static ToMember read(Fields request) {
    return new ToMember(
        CallFields.userId(request), CallFields.optionalRoomId(request), CallFields.target(request));
  }
}
