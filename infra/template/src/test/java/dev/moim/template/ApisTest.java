package dev.moim.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApisTest {

  private static final String SOCKET =
      """
      Resources:
        F: {Type: AWS::Serverless::Function, Properties: {Handler: a.F, AutoPublishAlias: live}}
        Socket:
          Type: AWS::Serverless::WebSocketApi
          Properties:
            StageName: calls
            RouteSelectionExpression: $request.body.eventOp
            Routes:
              $connect: {FunctionArn: !Ref F.Alias}
              $default: {FunctionArn: !GetAtt F.Arn}
              joinRoom: {FunctionArn: !Ref F.Alias, RouteResponseSelectionExpression: $default}
              leaveRoom: {FunctionArn: !Ref F.Alias, RouteResponseSelectionExpression: $default}
              chat: {FunctionArn: !Ref F.Alias}
        JoinRoomReply:
          Type: AWS::ApiGatewayV2::RouteResponse
          Properties: {ApiId: !Ref Socket, RouteId: !Ref SocketJoinroomRoute, RouteResponseKey: $default}
        ChatReply:
          Type: AWS::ApiGatewayV2::RouteResponse
          Properties: {ApiId: !Ref Socket, RouteId: !Ref SocketChatRoute, RouteResponseKey: $default}
      """;

  @TempDir Path folder;
  private TemplateFiles files;

  @BeforeEach
  void setUp() {
    files = new TemplateFiles(folder);
  }

  /** A selection expression without a RouteResponse, or the other way round, drops the body. */
  @Test
  void routeIsTwoWayWithSelectionAndRouteResponseOnly() {
    SocketApi api = files.load(SOCKET).socketApis().getFirst();
    assertThat(api.name()).isEqualTo("Socket");
    assertThat(api.stage()).isEqualTo("calls");
    assertThat(api.selection()).isEqualTo("$request.body.eventOp");
    assertThat(api.authorizer()).isEmpty();
    assertThat(api.routes().values())
        .containsExactlyInAnyOrder(
            new SocketApi.Route("$connect", "F", false),
            new SocketApi.Route("$default", "F", false),
            new SocketApi.Route("joinRoom", "F", true),
            new SocketApi.Route("leaveRoom", "F", false),
            new SocketApi.Route("chat", "F", false));
  }

  @Test
  void socketApiMayHaveAnAuthorizer() {
    String auth =
        "      Auth: {AuthType: CUSTOM, AuthArn: !GetAtt F.Arn,"
            + " IdentitySource: [route.request.querystring.ticket]}\n";
    String yaml = SOCKET.replace("      StageName: calls\n", "      StageName: calls\n" + auth);
    assertThat(files.load(yaml).socketApis().getFirst().authorizer())
        .contains(new SocketApi.Authorizer("F", List.of("route.request.querystring.ticket")));
  }

  @Test
  void readsHttpApisRoutesAndCors() {
    Template template =
        files.load(
            """
            Resources:
              Api:
                Type: AWS::Serverless::HttpApi
                Properties:
                  CorsConfiguration:
                    AllowOrigins: ["https://a.example"]
                    AllowMethods: [GET]
                    AllowHeaders: [x-a]
                    AllowCredentials: true
                    MaxAge: 60
              F:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: a.F
                  Events:
                    Get: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: "/a/{id}", Method: get}}
                    Any: {Type: HttpApi}
            """);
    assertThat(template.httpApis())
        .containsExactly(
            new HttpApi(
                "Api",
                "$default",
                Optional.of(
                    new HttpApi.Cors(
                        List.of("https://a.example"),
                        List.of("GET"),
                        List.of("x-a"),
                        List.of(),
                        true,
                        Optional.of(Duration.ofSeconds(60))))),
            new HttpApi("ServerlessHttpApi", "$default", Optional.empty()));
    assertThat(template.functions().getFirst().events())
        .containsExactly(
            new EventSource.HttpRoute("Api", "GET", "/a/{id}"),
            new EventSource.HttpRoute("ServerlessHttpApi", "ANY", "$default"));
    assertThat(files.load("Resources: {}\n", Map.of()).httpApis()).isEmpty();
  }
}
