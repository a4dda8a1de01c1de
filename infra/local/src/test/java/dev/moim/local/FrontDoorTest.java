package dev.moim.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.local.socket.TestSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The local runtime is a front door: it serves the paths of the template's, and no others. */
class FrontDoorTest {

  private static final String APIS =
      "Resources:\n"
          + """
            Distribution:
              Type: AWS::CloudFront::Distribution
              Condition: Never
              Properties:
                DistributionConfig:
                  Origins:
                    - {Id: api, DomainName: !Sub "${Api}.execute-api.us-east-1.amazonaws.com"}
                    - {Id: other, DomainName: !Sub "${Other}.execute-api.us-east-1.amazonaws.com"}
                    - {Id: socket, DomainName: !Sub "${Socket}.execute-api.us-east-1.amazonaws.com"}
                  CacheBehaviors:
                    - {PathPattern: /things/*, TargetOriginId: api}
                    - {PathPattern: /misled, TargetOriginId: other}
                    - {PathPattern: /socket.io/, TargetOriginId: socket}
            Api: {Type: AWS::Serverless::HttpApi}
            Other: {Type: AWS::Serverless::HttpApi}
            Echo:
              Type: AWS::Serverless::Function
              Properties:
                Handler: dev.moim.local.Script
                AutoPublishAlias: live
                Environment: {Variables: {SCRIPT: Echo}}
                Events:
                  Thing: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: "/things/{id}", Method: GET}}
                  New: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /new, Method: GET}}
                  Misled: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /misled, Method: GET}}
            Socket:
              Type: AWS::Serverless::WebSocketApi
              Properties:
                StageName: calls
                RouteSelectionExpression: $request.body.eventOp
                Routes: {$default: {FunctionArn: !Ref Echo.Alias}}
          """
              .indent(2)
          + "Conditions: {Never: !Equals [a, b]}\n";

  @BeforeEach
  void setUp() {
    Script.on("Echo", (event, context) -> Script.body("echo"));
  }

  @Test
  void whatTheTableHasIsServedAndNothingElse() {
    try (TestCloud cloud = TestCloud.start(APIS)) {
      assertThat(cloud.get("/things/1").body()).isEqualTo("echo");
      assertThat(cloud.get("/new").statusCode()).isEqualTo(404);
      assertThat(cloud.get("/misled").statusCode()).as("leads to an API without it").isEqualTo(404);
    }
  }

  @Test
  void aPathThatIsAddedToTheTableIsServed() {
    String more =
        APIS.replaceFirst(
            "(?m)^( +)- \\{PathPattern: /misled",
            "$1- {PathPattern: /new, TargetOriginId: api}\n$0");
    assertThat(more).isNotEqualTo(APIS);
    try (TestCloud cloud = TestCloud.start(more)) {
      assertThat(cloud.get("/new").body()).isEqualTo("echo");
      assertThat(cloud.get("/things/1").body()).isEqualTo("echo");
    }
  }

  @Test
  void socketsAreWhereTheTableHasThem() throws Exception {
    try (TestCloud cloud = TestCloud.start(APIS)) {
      assertThatThrownBy(() -> TestSocket.open(cloud.cloud().socketUrl("calls")))
          .hasStackTraceContaining("403");
      TestSocket socket = TestSocket.open(cloud.cloud().socketUrl("socket.io/"));
      socket.send("hello");
      assertThat(Script.event("Echo").path("body").asText()).isEqualTo("hello");
    }
  }
}
