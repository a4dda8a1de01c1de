package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.moim.template.EventSource.QueueSource;
import dev.moim.template.EventSource.StreamSource;
import dev.moim.template.Function;
import dev.moim.testkit.spec.AsyncApi;
import dev.moim.testkit.spec.OpenApi;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code events/<family>/<operation>.json} is what Lambda hands to a function: input of tests and
 * of {@code sam local invoke}, and documentation.
 */
@Tag("routes")
class GoldenEventsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Todo todo = new Todo();

  @Test
  void everyRouteAndEveryOtherFunctionHasOne() {
    for (Family family : Family.all()) {
      List<String> expected = new ArrayList<>(List.of("warm.json"));
      family.socketRouteKeys().forEach(key -> expected.add(GoldenEvents.fileOf(key)));
      family
          .functions()
          .forEach(function -> expected.addAll(GoldenEvents.httpFiles(function).values()));
      GoldenEvents.withoutRoute(family)
          .forEach(function -> expected.add(GoldenEvents.fileOf(function)));
      List<String> there = Repository.list(GoldenEvents.folder(family)).toList();
      todo.addMissing(
          expected,
          there,
          file ->
              GoldenEvents.folder(family)
                  + file
                  + " is missing: write what Lambda hands to the function; the"
                  + " files beside it show how");
      todo.addMissing(
          there,
          expected,
          file ->
              GoldenEvents.folder(family)
                  + file
                  + " belongs to no route and no function of "
                  + family.template());
    }
    todo.assertNothingLeft();
  }

  @Test
  void socketEventsCarryTheirRouteAndADescribedRequest() throws JsonProcessingException {
    AsyncApi api = AsyncApi.ofProject();
    for (Family family : Family.all()) {
      for (String key : family.socketRouteKeys()) {
        String file = GoldenEvents.fileOf(key);
        if (!exists(family, file)) {
          continue;
        }
        APIGatewayV2WebSocketEvent event = read(family, file, APIGatewayV2WebSocketEvent.class);
        expect(
            family, file, "requestContext.routeKey", key, event.getRequestContext().getRouteKey());
        if (event.getRequestContext().getConnectionId() == null) {
          todo.add(GoldenEvents.folder(family) + file + " has no requestContext.connectionId");
        }
        if (!key.startsWith("$") && !api.payload(key).isMissingNode()) {
          JsonNode request = JSON.readTree(event.getBody());
          expect(family, file, "eventOp of the body", key, request.path("eventOp").asText());
          api.schema(key)
              .validate(request)
              .forEach(problem ->
                  todo.add(
                      GoldenEvents.folder(family)
                          + file
                          + ": its body is not the message "
                          + key
                          + " of infra/asyncapi.yaml: "
                          + problem));
        }
      }
    }
    todo.assertNothingLeft();
  }

  @Test
  void httpEventsCarryTheirRouteAndADescribedRequest() {
    OpenApi api = OpenApi.ofProject();
    for (Family family : Family.all()) {
      for (Function function : family.functions()) {
        GoldenEvents.httpFiles(function)
            .forEach((route, file) -> {
              if (exists(family, file)) {
                APIGatewayV2HTTPEvent event = read(family, file, APIGatewayV2HTTPEvent.class);
                expect(family, file, "routeKey", route, event.getRouteKey());
                expect(family, file, "version", "2.0", event.getVersion());
                api.requestProblems(route, bodyOf(event))
                    .forEach(problem ->
                        todo.add(
                            GoldenEvents.folder(family)
                                + file
                                + ": its body is not what infra/openapi.yaml"
                                + " describes for "
                                + route
                                + ": "
                                + problem));
              }
            });
      }
    }
    todo.assertNothingLeft();
  }

  private void expect(Family family, String file, String what, String wanted, String there) {
    if (!wanted.equals(there)) {
      todo.add(
          GoldenEvents.folder(family)
              + file
              + ": "
              + what
              + " is "
              + there
              + " and must be "
              + wanted);
    }
  }

  private static String bodyOf(APIGatewayV2HTTPEvent event) {
    return event.getIsBase64Encoded()
        ? new String(Base64.getDecoder().decode(event.getBody()), StandardCharsets.UTF_8)
        : event.getBody();
  }

  @Test
  void queueEventsHoldMessagesOfThatQueue() {
    for (Family family : Family.all()) {
      for (Function function : family.functions()) {
        if (function.events().stream().anyMatch(QueueSource.class::isInstance)
            && exists(family, GoldenEvents.fileOf(function))) {
          assertThat(read(family, GoldenEvents.fileOf(function), SQSEvent.class).getRecords())
              .isNotEmpty()
              .allSatisfy(message -> {
                assertThat(message.getMessageId()).isNotBlank();
                assertThat(JSON.readTree(message.getBody()).isObject()).isTrue();
              });
        }
      }
    }
  }

  @Test
  void streamEventsHoldRecordsOfThatStream() {
    for (Family family : Family.all()) {
      for (Function function : family.functions()) {
        if (function.events().stream().anyMatch(StreamSource.class::isInstance)
            && exists(family, GoldenEvents.fileOf(function))) {
          assertThat(read(family, GoldenEvents.fileOf(function), DynamodbEvent.class).getRecords())
              .isNotEmpty()
              .allSatisfy(GoldenEventsTest::isRecord);
        }
      }
    }
  }

  /** An event that was put, or the change of an item that is told of. */
  private static void isRecord(DynamodbStreamRecord record) {
    StreamRecord change = record.getDynamodb();
    assertThat(change.getSequenceNumber()).isNotBlank();
    if ("NEW_AND_OLD_IMAGES".equals(change.getStreamViewType())) {
      assertThat(record.getEventName()).isEqualTo("MODIFY");
      assertThat(change.getNewImage()).containsKey("told").isNotEqualTo(change.getOldImage());
    } else {
      assertThat(record.getEventName()).isEqualTo("INSERT");
      assertThat(change.getNewImage()).containsKeys("eventId", "kind", "occurredAt", "fields");
    }
  }

  /** What is missing the first test says; the others look at what is there. */
  private static boolean exists(Family family, String file) {
    return Files.exists(Repository.file(GoldenEvents.folder(family) + file));
  }

  private static <T> T read(Family family, String file, Class<T> type) {
    String json = Repository.text(GoldenEvents.folder(family) + file);
    return LambdaEventSerializers.serializerFor(type, type.getClassLoader()).fromJson(json);
  }
}
