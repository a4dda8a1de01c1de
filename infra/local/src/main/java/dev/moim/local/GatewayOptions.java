package dev.moim.local;

import dev.moim.local.http.Origin;
import dev.moim.local.socket.FrameDelays;
import java.util.List;

/**
 * What the gateways do beyond what the template says.
 *
 * @param delays how long frames wait before functions get them
 * @param origins more origins whose pages may call the HTTP APIs that have CORS
 */
public record GatewayOptions(FrameDelays delays, List<Origin> origins) {

  public static final GatewayOptions DEFAULTS = new GatewayOptions(FrameDelays.NONE, List.of());

  public GatewayOptions {
    origins = List.copyOf(origins);
  }

  public GatewayOptions delays(FrameDelays value) {
    return new GatewayOptions(value, origins);
  }

  public GatewayOptions origins(List<Origin> value) {
    return new GatewayOptions(delays, value);
  }
}
