package dev.moim.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.spec.AsyncApi;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code infra/asyncapi.yaml} says of the operations holds of those that are served. */
class DescribedTest {

  @RegisterExtension static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(World.TABLES);

  private static final AsyncApi API = AsyncApi.ofProject();

  private static Set<String> described() {
    Set<String> operations = new TreeSet<>(API.operations("calls", "receive").keySet());
    operations.remove("default");
    return operations;
  }

  @Test
  void everyOperationIsDescribedAndTheOtherWayRound() {
    Set<String> served = new World(DYNAMO).wiring.operations().keySet();
    assertThat(without(served, described()))
        .as("Operations.java serves these; describe them under operations of infra/asyncapi.yaml")
        .isEmpty();
    assertThat(without(described(), served))
        .as("infra/asyncapi.yaml describes these; list them in Operations.java")
        .isEmpty();
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  /** A refusal leaves the scene as it was, so all of them share one. */
  @Test
  void aRequestWithoutARequiredFieldIsRefused() {
    Scene scene = new Scene(new World(DYNAMO));
    Client host = scene.enter("host");
    SoftAssertions softly = new SoftAssertions();
    for (String operation : described()) {
      for (String field : API.required(operation)) {
        if (!field.equals("eventOp")) {
          Map<String, Object> request = scene.request(operation, "host");
          request.remove(field);
          Client.Answer answer = host.dispatch(request);
          softly
              .assertThat(answer.code() + " " + answer.get("message"))
              .as("answer to %s without %s", operation, field)
              .startsWith("421 ")
              .contains(field);
        }
      }
    }
    softly.assertAll();
  }
}
