package dev.moim.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontDoorTest {

  private static final String DOOR =
      """
      Parameters:
        Url: {Type: String}
        Default: {Type: String}
      Resources:
        Distribution:
          Type: AWS::CloudFront::Distribution
          Properties:
            DistributionConfig:
              Origins:
                - {Id: ours, DomainName: !Select [2, !Split ["/", !Ref Url]]}
                - {Id: other, DomainName: other.example.com}
              CacheBehaviors:
                - {PathPattern: /calls, TargetOriginId: !Ref Default}
                - {PathPattern: /v1/*, TargetOriginId: ours}
                - {PathPattern: "/v?/a.b", TargetOriginId: other}
      """;

  private static final String ROOT =
      """
      Parameters:
        Switch: {Type: String, Default: "false"}
        Default: {Type: String, Default: other}
      Conditions:
        IsOn: !Equals [!Ref Switch, "true"]
      Resources:
        Api: {Type: AWS::Serverless::WebSocketApi, Properties: {RouteSelectionExpression: x, Routes: {}}}
        Door:
          Type: AWS::Serverless::Application
          Condition: IsOn
          Properties:
            Location: door.yaml
            Parameters:
              Url: !Sub wss://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/calls
              Default: !Ref Default
      """;

  @TempDir Path folder;
  private TemplateFiles files;

  @BeforeEach
  void setUp() {
    files = new TemplateFiles(folder);
    files.write("door.yaml", DOOR);
  }

  @Test
  void theTableIsThereWhetherADeploymentHasAFrontDoorOrNot() {
    List<FrontDoor.Path> table =
        List.of(
            new FrontDoor.Path("/calls", "other"),
            new FrontDoor.Path("/v1/*", "Api"),
            new FrontDoor.Path("/v?/a.b", "other"));
    assertThat(files.load(ROOT).frontDoor()).contains(new FrontDoor(table));
    assertThat(files.load(ROOT, Map.of("Switch", "true")).frontDoor())
        .contains(new FrontDoor(table));
    assertThat(files.load("Resources: {}").frontDoor()).isEmpty();
  }

  @Test
  void whereClientsAreSentThatPollIsReadFromTheFunctionThatSendsThem() {
    files.write(
        "door.yaml",
        DOOR
            + """
              ToStage:
                Type: AWS::CloudFront::Function
                Properties:
                  FunctionCode: !Sub |
                    import cf from 'cloudfront';
                    function handler(event) {
                      cf.selectRequestOriginById('ours');
                      request.uri = '/polls';
                      return '${Default}';
                    }
            """
                .indent(0));
    assertThat(files.load(ROOT).frontDoor().orElseThrow().polling())
        .contains(new FrontDoor.Polling("Api", "/polls"));
  }

  @ParameterizedTest
  @CsvSource({
    "/calls, other",
    "/calls/, ''",
    "/Calls, ''",
    "/v1/, Api",
    "/v1/a.b, Api",
    "/v1/a/b, Api",
    "/v1, ''",
    "/v2/a.b, other",
    "/v2/axb, ''",
    "/v22/a.b, ''",
    "/x/v1/a, ''"
  })
  void theFirstPatternOfTheWholePathDecides(String path, String api) {
    FrontDoor door = files.load(ROOT).frontDoor().orElseThrow();
    assertThat(door.apiAt(path).orElse("")).isEqualTo(api);
  }

  @Test
  void aParameterMayChooseTheApi() {
    FrontDoor door = files.load(ROOT, Map.of("Default", "ours")).frontDoor().orElseThrow();
    assertThat(door.apiAt("/calls")).contains("Api");
    assertThatThrownBy(() -> files.load(ROOT, Map.of("Default", "nobodys")))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("origin nobodys");
  }
}
