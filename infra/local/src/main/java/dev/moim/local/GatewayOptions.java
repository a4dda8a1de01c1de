package dev.moim.local;

import dev.moim.local.http.Origin;
import dev.moim.local.socket.FrameDelays;
import dev.moim.local.stream.Deliveries;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the gateways and the readers of streams do beyond what the template says.
 *
 * @param delays how long frames wait before functions get them
 * @param origins more origins whose pages may call the HTTP APIs that have CORS
 * @param deliveries how late and how often functions get what a stream holds
 */
public record GatewayOptions(FrameDelays delays, List<Origin> origins, Deliveries deliveries) {

  public static final GatewayOptions DEFAULTS =
      new GatewayOptions(FrameDelays.NONE, List.of(), Deliveries.PROMPT);

  /** Where front ends under development are, unless told otherwise. */
  private static final Origin DEVELOPMENT = Origin.of("http://localhost:3000");

  public GatewayOptions {
    origins = List.copyOf(origins);
  }

  /** The texts of all origins that are allowed on this machine, whatever the template allows. */
  public List<String> allowed() {
    return Stream.concat(Stream.of(DEVELOPMENT), origins.stream()).map(Origin::text).toList();
  }

  public GatewayOptions delays(FrameDelays value) {
    return new GatewayOptions(value, origins, deliveries);
  }

  public GatewayOptions origins(List<Origin> value) {
    return new GatewayOptions(delays, value, deliveries);
  }

  public GatewayOptions deliveries(Deliveries value) {
    return new GatewayOptions(delays, origins, value);
  }
}
