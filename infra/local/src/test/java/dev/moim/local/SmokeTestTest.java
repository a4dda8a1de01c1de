package dev.moim.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** The question that ends a deployment. */
class SmokeTestTest {

  private static final String SOCKET =
      "Resources:\n"
          + Script.function("Register", 3)
          + """
            Socket:
              Type: AWS::Serverless::WebSocketApi
              Properties:
                StageName: calls
                RouteSelectionExpression: $request.body.eventOp
                Routes:
                  register: {FunctionArn: !Ref Register.Alias, RouteResponseSelectionExpression: x}
            Reply:
              Type: AWS::ApiGatewayV2::RouteResponse
              Properties: {RouteId: !Ref SocketRegisterRoute}
          """;

  @Test
  void documentedAnswerIsExpected() throws Exception {
    Script.on(
        "Register",
        (event, context) ->
            Script.body("{\"eventOp\":\"register\",\"reqId\":\"smoke\",\"code\":\"421\"}"));
    try (TestCloud cloud = TestCloud.start(SOCKET)) {
      assertThat(SmokeTest.isExpected(SmokeTest.ask(cloud.cloud().socketUrl("calls")))).isTrue();
      String refused = SmokeTest.ask(cloud.cloud().socketUrl("nowhere"));
      assertThat(refused).startsWith("no answer");
    }
  }

  @Test
  void otherAnswersAreNot() throws Exception {
    assertThat(SmokeTest.isExpected("")).isFalse();
    assertThat(SmokeTest.isExpected("{\"message\":\"Internal server error\"}")).isFalse();
    assertThat(SmokeTest.isExpected("{\"reqId\":\"smoke\",\"code\":421}")).isTrue();
    assertThat(SmokeTest.ask(URI.create("ws://127.0.0.1:9/calls"))).startsWith("no answer");
  }
}
