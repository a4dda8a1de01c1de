package dev.moim.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpressionsTest {

  private static final String NOTHING = "Resources:\n";

  @TempDir Path folder;
  private TemplateFiles files;

  @BeforeEach
  void setUp() {
    files = new TemplateFiles(folder);
  }

  @Test
  void refGivesParametersPseudoParametersAndResources() {
    String sections =
        """
        Parameters:
          Grace: {Type: Number, Default: 30}
        Resources:
          Rooms: {Type: AWS::DynamoDB::Table, Properties: {
            KeySchema: [{AttributeName: id, KeyType: HASH}]}}
          Timers: {Type: AWS::SQS::Queue}
        """;
    assertThat(
            files.environment(
                sections,
                """
                A: !Ref Grace
                B: !Ref AWS::Region
                C: !Ref Rooms
                D: !Ref Timers
                E: !Ref F.Alias
                G: {Ref: F}
                """))
        .isEqualTo(
            Map.of(
                "A", "30",
                "B", "us-east-1",
                "C", "Rooms",
                "D", "http://127.0.0.1:1234/000000000000/Timers",
                "E", "arn:aws:lambda:us-east-1:000000000000:function:F:live",
                "G", "F"));
  }

  @Test
  void getAttKnowsArnsInBothSpellings() {
    String sections = "Resources:\n  Q: {Type: AWS::SQS::Queue}\n";
    assertThat(files.environment(sections, "A: !GetAtt Q.Arn\nB: !GetAtt [Q, QueueName]\n"))
        .isEqualTo(Map.of("A", "arn:aws:sqs:us-east-1:000000000000:Q", "B", "Q"));
  }

  @Test
  void subReplacesNamesAttributesAndOwnVariables() {
    String sections = "Resources:\n  Socket: {Type: AWS::Serverless::HttpApi}\n";
    assertThat(
            files.environment(
                sections,
                """
                A: !Sub https://${Socket}.execute-api.${AWS::Region}.${AWS::URLSuffix}/calls
                B: !Sub ["${x}-${!x}-$y", {x: !Join ["+", [a, b]]}]
                C: !Sub "${F.Arn}"
                """))
        .isEqualTo(
            Map.of(
                "A", "https://Socket.execute-api.us-east-1.amazonaws.com/calls",
                "B", "a+b-${x}-$y",
                "C", "arn:aws:lambda:us-east-1:000000000000:function:F"));
  }

  @Test
  void conditionsChooseValuesAndResources() {
    String sections =
        """
        Parameters:
          Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
        Conditions:
          Prod: !Equals [!Ref Stage, prod]
          Calm: !And [!Not [!Condition Prod], !Or [!Equals [a, b], !Equals [c, c]]]
        Resources:
          Extra: {Type: AWS::SQS::Queue, Condition: Prod}
        """;
    String variables = "A: !If [Prod, prod, dev]\nB: !If [Calm, x, !Ref AWS::NoValue]\n";
    assertThat(files.environment(sections, variables + "C: !If [Prod, x, !Ref AWS::NoValue]\n"))
        .isEqualTo(Map.of("A", "dev", "B", "x"));
    assertThat(files.load(sections).queues()).isEmpty();
    assertThat(files.load(sections, Map.of("Stage", "prod")).queues()).hasSize(1);
  }

  @Test
  void listsAndMapsHaveTheirFunctions() {
    String sections =
        """
        Parameters:
          Urls: {Type: CommaDelimitedList, Default: "a, b"}
        Mappings:
          M: {us-east-1: {Size: 7}}
        Resources:
        """;
    assertThat(
            files.environment(
                sections,
                """
                A: !Select [1, !Ref Urls]
                B: !Join ["|", !Split ["-", x-y-z]]
                C: !FindInMap [M, !Ref AWS::Region, Size]
                """))
        .isEqualTo(Map.of("A", "b", "B", "x|y|z", "C", "7"));
  }

  @Test
  void idsThatSamGeneratesAreAccepted() {
    String sections = "Resources:\n  Socket: {Type: AWS::Serverless::HttpApi}\n";
    assertThat(files.environment(sections, "A: !Ref SocketJoinroomRoute\n"))
        .containsEntry("A", "SocketJoinroomRoute");
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> files.environment(NOTHING, "A: !Ref Missing\n"))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("Missing");
    assertThatThrownBy(() -> files.environment(NOTHING, "A: !Cidr [x]\n"))
        .hasMessageContaining("Fn::Cidr");
    assertThatThrownBy(() -> files.environment(NOTHING, "A:\n"))
        .hasMessageContaining("null value at");
    assertThatThrownBy(() -> files.load("Parameters: {P: {Type: String}}\nResources: {}\n"))
        .hasMessageContaining("parameter P has no value");
    assertThatThrownBy(() -> files.load("Resources: {}\n", Map.of("P", "1")))
        .hasMessageContaining("parameter P is given but not declared");
    assertThatThrownBy(() -> files.load("Resources: [\n")).isInstanceOf(TemplateException.class);
  }
}
