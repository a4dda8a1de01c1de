package dev.moim.local;

import dev.moim.local.socket.FrameDelays;

/**
 * What the gateways do beyond what the template says.
 *
 * @param delays how long frames wait before functions get them
 */
public record GatewayOptions(FrameDelays delays) {

  public static final GatewayOptions DEFAULTS = new GatewayOptions(FrameDelays.NONE);
}
