package dev.moim.calls.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent.RequestContext;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connection.Socket;
import dev.moim.calls.connection.dynamodb.DynamoConnections;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.lambda.Environment;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestContext;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("ConnectionsTable");

  @Test
  void rememberEverySocketAndWhereItWasOpenedFrom() throws Exception {
    assertThat(connect("c1", Map.of(), Map.of("User-Agent", "curl/8.5.0"))).isEqualTo(200);
    assertThat(connect("c2", Map.of(), Map.of())).isEqualTo(200);

    Viewer curl = new Viewer("curl 8.5.0", "");
    assertThat(known("c1")).contains(Connection.opened("c1", new Socket(0, "j", curl)));
    assertThat(known("c2")).contains(Connection.opened("c2", new Socket(0, "j", Viewer.UNKNOWN)));
  }

  @Test
  void refusesAProtocolItDoesNotSpeak() throws Exception {
    assertThat(connect("c3", Map.of("EIO", "2"), Map.of())).isEqualTo(400);
    assertThat(known("c3")).isEmpty();
  }

  private static int connect(
      String connectionId, Map<String, String> query, Map<String, String> headers)
      throws Exception {
    RequestContext context = new RequestContext();
    context.setConnectionId(connectionId);
    APIGatewayV2WebSocketEvent event = new APIGatewayV2WebSocketEvent();
    event.setRequestContext(context);
    event.setQueryStringParameters(query);
    event.setHeaders(headers);
    return Environment.with(environment(), ConnectHandler::new)
        .handleRequest(event, TestContext.INSTANCE)
        .getStatusCode();
  }

  private static Optional<Connection> known(String connectionId) {
    return new DynamoConnections(
            DYNAMO.client(), DYNAMO.table("ConnectionsTable"), Clock.systemUTC())
        .findNow(connectionId);
  }

  private static Map<String, String> environment() {
    String dynamoDb =
        DYNAMO.client().serviceClientConfiguration().endpointOverride().orElseThrow().toString();
    return Map.ofEntries(
        Map.entry("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb),
        Map.entry("AWS_REGION", "us-east-1"),
        Map.entry("AWS_ACCESS_KEY_ID", "local"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
        Map.entry("CONNECTIONS_TABLE", DYNAMO.table("ConnectionsTable")),
        Map.entry("HANDSHAKES_TABLE", "-"),
        Map.entry("LICENSES_TABLE", "-"),
        Map.entry("ROOMS_TABLE", "-"),
        Map.entry("MAILBOX_TABLE", "-"),
        Map.entry("TIMERS_QUEUE", "http://127.0.0.1:1/timers"),
        Map.entry("SOCKET_ENDPOINT", "http://127.0.0.1:1/calls"));
  }
}
