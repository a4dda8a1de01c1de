package dev.moim.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A WebSocket API.
 *
 * @param name physical name, also the API id that {@code !Ref} gives
 * @param selection the route selection expression, for example {@code $request.body.eventOp}
 * @param routes by route key
 */
public record SocketApi(
    String name,
    String stage,
    String selection,
    Map<String, Route> routes,
    Optional<Authorizer> authorizer) {

  public SocketApi {
    routes = Map.copyOf(routes);
  }

  /**
   * A route.
   *
   * @param function physical name of the function it invokes
   * @param twoWay whether the function's {@code body} goes back to the sender. On AWS that takes
   *     both a {@code RouteResponseSelectionExpression} and a {@code RouteResponse} resource
   */
  public record Route(String key, String function, boolean twoWay) {}

  /**
   * A Lambda REQUEST authorizer of {@code $connect}.
   *
   * @param identitySource expressions that must all have a value, else 401 without a call
   */
  public record Authorizer(String function, List<String> identitySource) {}
}
