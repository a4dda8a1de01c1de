package dev.moim.bench.peer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads one item with the SDK as its guide says, and neither logs nor types its event. */
public final class PlainSdkHandler implements RequestHandler<Map<String, Object>, String> {

  private static final AttributeValue NOBODY = AttributeValue.fromS("nobody");

  private final DynamoDbClient dynamo =
      DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();

  @Override
  public String handleRequest(Map<String, Object> event, Context context) {
    var key = Map.of("licenseId", NOBODY);
    return "found " + dynamo.getItem(r -> r.tableName("LicensesTable").key(key)).hasItem();
  }
}
