package dev.moim.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.local.FakeCloudTools.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./moim deploy} and {@code ./moim undeploy}, with an AWS that notes what it is asked. */
class DeployCommandTest {

  private static final String STATUS = "describe-stacks.*StackStatus";
  private static final String ARN =
      "arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:kept-AbCdEf";

  @TempDir Path home;
  private FakeCloudTools tools;

  @BeforeEach
  void start() throws IOException {
    tools =
        new FakeCloudTools(home)
            .says("get-caller-identity", "arn:aws:iam::123456789012:user/me")
            .refuses(STATUS, "(ValidationError) Stack with id moim does not exist")
            .refuses("describe-table", "(ResourceNotFoundException) not found")
            .says("create-secret", ARN)
            .says("Outputs", "CallsUrl\twss://calls\nLicensesUrl\thttps://licenses/v1");
  }

  @Test
  void whatIsAskedGoesToSamAndTheRestIsNotAsked() throws Exception {
    String typed =
        String.join(
            "\n",
            "moim-test",
            "us-east-1",
            "wss://x.livekit.cloud",
            "the key",
            "livekits-own",
            "turn:a:3478,turns:b:5349?transport=tcp",
            "the-norths",
            "https://app.example.com",
            "",
            "");

    Ended deployed = tools.run(typed, "deploy", "--profile", "work");

    assertThat(deployed.exit()).as(deployed.output()).isZero();
    String sam = tools.calls("sam [deploy]").getFirst();
    assertThat(sam)
        .contains("[--stack-name] [moim-test]", "[--region] [us-east-1]", "[--profile] [work]")
        .contains("[LiveKitSecretArn=" + ARN + "]", "[TurnSecretArn=" + ARN + "]")
        .contains("[CorsOrigin=https://app.example.com]", "[--no-confirm-changeset]")
        .containsPattern("\\[Revision=\\d+-\\d+]")
        .doesNotContain("--guided", "NextAuthSecretArn");
    assertThat(tools.calls("aws "))
        .filteredOn(call -> !call.contains("[configure]"))
        .allMatch(call -> call.contains("[--profile] [work] [--region] [us-east-1]"));
    assertThat(tools.calls("create-secret"))
        .satisfiesExactly(
            call -> assertThat(call).contains("[moim-test-livekit]").doesNotContain("livekits-own"),
            call -> assertThat(call).contains("[moim-test-turn]").doesNotContain("the-norths"));
    assertThat(tools.files())
        .contains(
            "{\"url\":\"wss://x.livekit.cloud\",\"apiKey\":\"the key\",\"apiSecret\":\"livekits-own\"}")
        .contains(
            "{\"urls\":\"turn:a:3478,turns:b:5349?transport=tcp\",\"secret\":\"the-norths\"}");
    assertThat(tools.calls("java ", "SmokeTest").getFirst())
        .contains("[wss://calls] [https://licenses/v1]");
    assertThat(deployed.output())
        .contains("--stack moim-test --region us-east-1 --profile work")
        .doesNotContain("livekits-own", "the-norths");
  }

  @Test
  void answersAreRememberedUntilOthersAreGiven() throws Exception {
    run(0, "deploy", "--yes", "--livekit", ARN, "--set", "LogRetentionDays=90");
    tools.says(STATUS, "CREATE_COMPLETE");
    run(0, "deploy", "--yes", "--livekit=none", "--set", "RateLimits=chat=3/4,auth=5/6");
    run(0, "deploy", "--yes", "--stack-name", "other");

    List<String> sam = tools.calls("sam [deploy]");
    assertThat(sam.get(0)).contains("[LiveKitSecretArn=" + ARN + "]", "[LogRetentionDays=90]");
    assertThat(sam.get(1))
        .contains("[LiveKitSecretArn=\"\"]", "[LogRetentionDays=90]")
        .contains("[RateLimits=chat=3/4,auth=5/6]");
    assertThat(sam.get(2)).contains("[other]").doesNotContain("LiveKit", "LogRetentionDays");
    assertThat(revision(sam.get(0))).isNotEqualTo(revision(sam.get(1)));
    run(0, "deploy", "--yes", "--stack-name", "moim");
    assertThat(revision(tools.calls("sam [deploy]").getLast())).isEqualTo(revision(sam.get(1)));
  }

  @Test
  void originsAreAListOrNone() throws Exception {
    run(0, "deploy", "--yes", "--origin", "https://a.example,http://b.example:3000");
    tools.says(STATUS, "CREATE_COMPLETE");
    run(0, "deploy", "--yes", "--origin=none");

    List<String> sam = tools.calls("sam [deploy]");
    assertThat(sam.get(0)).contains("[CorsOrigin=https://a.example,http://b.example:3000]");
    assertThat(sam.get(1)).contains("[CorsOrigin=\"\"]");
  }

  @Test
  void tablesOfAnEarlierStackAreAdoptedBeforeTheRestIsMade() throws Exception {
    tools.says("[moim-Rooms]", "moim-Rooms");

    Ended deployed = run(0, "deploy", "--yes");

    assertThat(deployed.output()).contains("adopts tables", "Rooms");
    assertThat(tools.calls("IMPORT")).hasSize(1);
    assertThat(tools.files())
        .contains("TableName: moim-Rooms", "\"LogicalResourceId\":\"RoomsTable\"")
        .contains("SSESpecification: {SSEEnabled: false}")
        .doesNotContain("moim-Licenses", "!");
    assertThat(tools.calls("").stream().map(call -> call.replaceAll(" .*", "")).toList())
        .endsWith("aws", "sam", "aws", "java");
    assertThat(tools.calls("wait", "stack-import-complete")).hasSize(1);
  }

  @Test
  void tablesAreAdoptedWithTheKeyTheyHave() throws Exception {
    tools.says("[moim-Rooms]", "moim-Rooms");
    String key = "arn:aws:kms:eu-west-1:123456789012:key/0a1b";

    run(0, "deploy", "--yes", "--set", "KmsKeyArn=" + key);

    assertThat(tools.files())
        .contains("SSESpecification: {SSEEnabled: true, SSEType: KMS, KMSMasterKeyId: " + key + "}")
        .doesNotContain("!");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "CREATE_IN_PROGRESS | is being changed (CREATE_IN_PROGRESS): try again when that is done",
        "ROLLBACK_COMPLETE | './moim undeploy --stack-name moim --region ap-northeast-2' first",
        "DELETE_FAILED | './moim undeploy",
        "UPDATE_ROLLBACK_FAILED | continue-update-rollback --stack-name moim"
      })
  void aStackThatCannotBeChangedIsLeftAlone(String status, String message) throws Exception {
    tools.says(STATUS, status);

    assertThat(run(1, "deploy", "--yes").output()).contains(message);
    assertNothingMade();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--region | --region needs a value",
        "--region=seoul | A region is called like ap-northeast-2, not 'seoul'",
        "--stack-name=9 | not '9'",
        "--stack-name=a/b | not 'a/b'",
        "--livekit=x.livekit.cloud | LiveKit's address is something like wss://",
        "--livekit=arn:aws:s3:::x | A secret's ARN is something like",
        "--livekit=wss://x | LiveKit's API key is missing",
        "--turn=stun:x | The URLs of TURN servers",
        "--turn=turn:x | The secret they share with us is missing",
        "--nextauth=secret | A secret's ARN is something like",
        "--origin=app.example.com | An origin is something like https://app.example.com",
        "--origin=https://app.example.com/ | An origin is something like",
        "--origin=https://a.example,b.example | An origin is something like",
        "--set=Nothing=1 | template.yaml has no parameter 'Nothing'",
        "--set=LogLevel | What --set takes is something like LogRetentionDays=90",
        "--set=CorsOrigin=https://x | CorsOrigin has an option of its own",
        "--set=Revision=2 | Revision is made by ./moim deploy itself",
        "--guided | ./moim deploy does not know '--guided'"
      })
  void whatCannotBeIsSaidInASentenceBeforeAnythingIsDone(String option, String message)
      throws Exception {
    assertThat(run(2, "deploy", "--yes", option).output()).contains(message);
    assertNothingMade();
  }

  @ParameterizedTest
  @CsvSource({"sam, The SAM CLI is needed", "aws, The AWS CLI is needed"})
  void aMissingToolIsNamed(String tool, String message) throws Exception {
    tools.lose(tool);

    assertThat(run(1, "deploy", "--yes").output()).contains(message, "install it: https://");
    assertNothingMade();
  }

  @Test
  void missingCredentialsAreSaid() throws Exception {
    tools.refuses("get-caller-identity", "Unable to locate credentials");

    assertThat(run(1, "deploy", "--yes").output())
        .contains("sign in (aws configure, aws sso login)", "Unable to locate credentials");
    assertNothingMade();
  }

  @Test
  void whatFailsOnTheWayIsSaidAndEndsIt() throws Exception {
    tools.refuses("mvn", "no");
    assertThat(run(1, "deploy", "--yes", "--livekit", ARN).output())
        .contains("nothing was deployed");
    assertNothingMade();

    tools.says("mvn", "").refuses("sam [deploy]", "a parameter is refused");
    assertThat(run(1, "deploy", "--yes").output())
        .contains("a parameter is refused", "The deployment failed");
    assertThat(tools.calls("java ")).isEmpty();

    tools.says("sam [deploy]", "").refuses("java", "rooms: 503");
    assertThat(run(1, "deploy", "--yes").output()).contains("does not answer as it should");

    tools.says("[moim-Rooms]", "").refuses("create-change-set", "not importable");
    assertThat(run(1, "deploy", "--yes").output())
        .contains("nothing was deployed: not importable", "the tables stay");
  }

  @Test
  void noIsTakenForAnAnswer() throws Exception {
    assertThat(tools.run("\n\n\n\n\nno\n", "deploy").output()).contains("Nothing was deployed");
    assertNothingMade();
  }

  @Test
  void undeployingSaysWhatStaysAndHowItGoes() throws Exception {
    tools.says(STATUS, "CREATE_COMPLETE").says("[moim-Licenses]", "moim-Licenses");
    tools.says("describe-stack-resources", "moim-picturesbucket-1x2y3z");
    tools.says("describe-secret.*moim-turn", ARN).refuses("moim-livekit", "not found");

    Ended refused = tools.run("other\n", "undeploy");
    assertThat(refused.output()).contains("Nothing was deleted");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(tools.calls("delete-stack")).isEmpty();

    Ended done = tools.run("moim\n", "undeploy", "--profile=work");
    assertThat(done.exit()).as(done.output()).isZero();
    assertThat(tools.calls("delete-stack", "[--profile] [work] [--region] [ap-northeast-2]"))
        .hasSize(1);
    assertThat(done.output())
        .contains("delete-table --table-name moim-Licenses --region ap-northeast-2 --profile work")
        .contains("delete-secret --secret-id moim-turn")
        .contains("Its buckets stay: moim-picturesbucket-1x2y3z")
        .contains("aws s3 rb s3://moim-picturesbucket-1x2y3z --force --region ap-northeast-2")
        .contains("aws s3 sync s3://moim-picturesbucket-1x2y3z s3://")
        .doesNotContain("moim-Rooms", "moim-livekit")
        .contains("./moim deploy --stack-name moim");
  }

  @Test
  void whatIsNotThereCannotBeUndeployed() throws Exception {
    assertThat(run(1, "undeploy", "--yes").output())
        .contains("There is no stack 'moim' in ap-northeast-2");
    tools.says(STATUS, "UPDATE_IN_PROGRESS");
    assertThat(run(1, "undeploy", "--yes").output()).contains("is being changed");
    tools.says(STATUS, "DELETE_FAILED").refuses("stack-delete-complete", "Waiter failed");
    assertThat(run(1, "undeploy", "--yes").output())
        .contains("could not be deleted: Waiter failed", "describe-stack-events");
    assertThat(run(2, "undeploy", "--now").output()).contains("does not know '--now'");
  }

  private Ended run(int exit, String... words) throws Exception {
    Ended ended = tools.run("", words);
    assertThat(ended.exit()).as(ended.output()).isEqualTo(exit);
    return ended;
  }

  private void assertNothingMade() {
    assertThat(tools.calls("sam [")).isEmpty();
    assertThat(tools.calls("-secret]")).isEmpty();
    assertThat(tools.calls("change-set")).isEmpty();
  }

  private static String revision(String call) {
    return call.replaceAll(".*\\[(Revision=[^]]*)].*", "$1");
  }
}
