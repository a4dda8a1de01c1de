package dev.moim.calls.websocket;

import dev.moim.calls.CallsWiring;
import dev.moim.shared.sockets.websocket.OperationEndpoint;

/**
 * Serves plain-JSON frames that the gateway routed by their {@code eventOp}. Each subclass is one
 * function of the template; which operations reach it is written there.
 */
abstract class EventOpEndpoint extends OperationEndpoint {

  private static final String PRIMER =
      "{\"eventOp\":\"memberList\",\"userId\":\"nobody\",\"roomId\":\"nowhere\"}";

  EventOpEndpoint(Reply reply) {
    this(reply, CallsWiring.ofLambda());
  }

  EventOpEndpoint(Reply reply, CallsWiring wiring) {
    super(reply, CallDialect.JSON, new JsonFrames(wiring.dispatcher())::answer, wiring.sockets());
  }

  @Override
  protected final void prime() {
    rehearse(PRIMER);
  }
}
