package dev.moim.calls;

import dev.moim.shared.kernel.Fields;

/** Who a request says it comes from, and as a member of which room: to be proved. */
public record Claim(String userId, String roomId) {

  public static Claim read(Fields request) {
    return new Claim(CallFields.userId(request), CallFields.roomId(request));
  }
}
