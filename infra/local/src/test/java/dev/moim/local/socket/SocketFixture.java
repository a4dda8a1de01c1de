package dev.moim.local.socket;

import dev.moim.local.Script;
import dev.moim.local.TestCloud;

/** A WebSocket API with a two-way route, a one-way route and scripted functions. */
final class SocketFixture {

  static final String TEMPLATE =
      "Resources:\n"
          + Script.function("Connect", 60)
          + Script.function("Disconnect", 60)
          + Script.function("Default", 60)
          + Script.function("Ask", 60)
          + Script.function("Tell", 60)
          + """
            Socket:
              Type: AWS::Serverless::WebSocketApi
              Properties:
                StageName: calls
                RouteSelectionExpression: $request.body.eventOp
                Routes:
                  $connect: {FunctionArn: !Ref Connect.Alias}
                  $disconnect: {FunctionArn: !Ref Disconnect.Alias}
                  $default: {FunctionArn: !Ref Default.Alias}
                  ask: {FunctionArn: !Ref Ask.Alias, RouteResponseSelectionExpression: $default}
                  tell: {FunctionArn: !Ref Tell.Alias}
            AskReply:
              Type: AWS::ApiGatewayV2::RouteResponse
              Properties: {ApiId: !Ref Socket, RouteId: !Ref SocketAskRoute, RouteResponseKey: x}
          """;

  static final String ASK = "{\"eventOp\":\"ask\"}";
  static final String TELL = "{\"eventOp\":\"tell\"}";

  private SocketFixture() {}

  /**
   * Everything is allowed, {@code ask} answers {@code pong}, the others answer what nobody sees.
   */
  static void reset() {
    Script.on("Connect", (event, context) -> Script.status(200));
    Script.on("Disconnect", (event, context) -> Script.status(200));
    Script.on("Default", (event, context) -> Script.body("unseen"));
    Script.on("Ask", (event, context) -> Script.body("pong"));
    Script.on("Tell", (event, context) -> Script.body("unseen"));
  }

  static TestSocket open(TestCloud cloud) {
    return TestSocket.open(cloud.cloud().socketUrl("calls"));
  }

  /** Opens a socket and takes its id from the event of {@code $connect}. */
  static Opened openWithId(TestCloud cloud) throws InterruptedException {
    TestSocket socket = open(cloud);
    String id = Script.event("Connect").at("/requestContext/connectionId").asText();
    return new Opened(socket, id);
  }

  record Opened(TestSocket socket, String id) {
    String path() {
      return "/calls/@connections/" + id.replace("=", "%3D");
    }
  }
}
