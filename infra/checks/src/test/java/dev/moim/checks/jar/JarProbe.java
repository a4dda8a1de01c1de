package dev.moim.checks.jar;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.moim.testkit.TestContext;

/**
 * Runs in a JVM of its own, with a function's jar and none of its parts: sends one handler one
 * frame.
 */
final class JarProbe {

  private JarProbe() {}

  /**
   * @param args the handler's class and the frame; prints {@code answer: } and the reply
   */
  @SuppressWarnings("unchecked") // every socket handler has these types
  public static void main(String[] args) throws Exception {
    var handler =
        (RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse>)
            Class.forName(args[0]).getConstructor().newInstance();
    RequestContext context = new RequestContext();
    context.setConnectionId("probe");
    context.setRouteKey("probe");
    APIGatewayV2WebSocketEvent event = new APIGatewayV2WebSocketEvent();
    event.setRequestContext(context);
    event.setBody(args[1]);
    System.out.println("answer: " + handler.handleRequest(event, TestContext.INSTANCE).getBody());
  }
}
