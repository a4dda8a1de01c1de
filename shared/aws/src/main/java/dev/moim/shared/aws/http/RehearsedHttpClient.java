package dev.moim.shared.aws.http;

import dev.moim.shared.kernel.Rehearsal;
import dev.moim.shared.wire.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.utils.BinaryUtils;
import software.amazon.awssdk.utils.Md5Utils;

/**
 * Another client's requests, but none while something is rehearsed: those are answered here, as AWS
 * answers where nothing is: nothing is found, and what has a condition is refused.
 */
public final class RehearsedHttpClient implements SdkHttpClient {

  /** A table or a queue where everything succeeds; in every other there is nothing. */
  public static final String KNOWN = "rehearsal";

  private static final String TARGET = "X-Amz-Target";

  /** Of every type that we store. */
  private static final String ITEM =
      """
      {"s":{"S":"-"},"n":{"N":"1"},"b":{"BOOL":true},"z":{"NULL":true},"l":{"L":[{"S":"-"}]},\
      "m":{"M":{"s":{"S":"-"}}},"ss":{"SS":["-"]}}\
      """;

  private static final String CONDITION =
      """
      {"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",\
      "message":"The conditional request failed"}\
      """;

  /** A transaction has at most a hundred items; ours have fewer than twenty. */
  private static final String CANCELLED =
      """
      {"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",\
      "Message":"Transaction cancelled","CancellationReasons":[%s]}\
      """
          .formatted(
              String.join(",", Collections.nCopies(20, "{\"Code\":\"ConditionalCheckFailed\"}")));

  private static final String NOWHERE = "\"QueueUrl\":\"-\"";

  private static final String NO_QUEUE =
      """
      {"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"There is no such queue"}\
      """;

  private final SdkHttpClient real;

  @SuppressWarnings("UnusedVariable") // held for the rehearsals, which hold nothing themselves
  private @Nullable Runnable part;

  public RehearsedHttpClient(SdkHttpClient real) {
    this.real = real;
  }

  /** Has this run in rehearsals, as long as the client of these requests is used. */
  public void rehearses(Runnable work) {
    part = Rehearsal.add(work);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    if (!Rehearsal.isOn()) {
      return real.prepareRequest(request);
    }
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return refusal(request);
      }

      @Override
      public void abort() {}
    };
  }

  private static HttpExecuteResponse refusal(HttpExecuteRequest request) throws IOException {
    String target = request.httpRequest().firstMatchingHeader(TARGET).orElse("");
    String operation = target.substring(target.indexOf('.') + 1);
    String text = text(request);
    boolean known = text.contains('"' + KNOWN + '"');
    boolean taken = known || !text.contains("ConditionExpression");
    return switch (operation) {
      case "GetItem" -> answer(200, known ? "{\"Item\":" + ITEM + "}" : "{}");
      case "Query", "Scan" ->
          answer(200, known ? "{\"Items\":[" + ITEM + "]}" : "{\"Items\":[],\"Count\":0}");
      case "PutItem", "UpdateItem", "DeleteItem" ->
          taken
              ? answer(200, known ? "{\"Attributes\":" + ITEM + "}" : "{}")
              : answer(400, CONDITION);
      case "TransactWriteItems" -> taken ? answer(200, "{}") : answer(400, CANCELLED);
      case "SendMessage" -> text.contains(NOWHERE) ? answer(400, NO_QUEUE) : sent(text);
      case "" -> gone();
      default -> answer(200, "{}");
    };
  }

  /** Its client compares the digest. */
  private static HttpExecuteResponse sent(String request) {
    String message = String.valueOf(Json.readObject(request).get("MessageBody"));
    String digest =
        BinaryUtils.toHex(Md5Utils.computeMD5Hash(message.getBytes(StandardCharsets.UTF_8)));
    return answer(200, "{\"MessageId\":\"-\",\"MD5OfMessageBody\":\"" + digest + "\"}");
  }

  /** A socket, or whatever else has no target. */
  private static HttpExecuteResponse gone() {
    return answer(410, "{}", Map.of("x-amzn-ErrorType", List.of("GoneException")));
  }

  private static String text(HttpExecuteRequest request) throws IOException {
    if (request.contentStreamProvider().isEmpty()) {
      return "";
    }
    try (InputStream content = request.contentStreamProvider().get().newStream()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static HttpExecuteResponse answer(int status, String json) {
    return answer(status, json, Map.of());
  }

  private static HttpExecuteResponse answer(
      int status, String json, Map<String, List<String>> headers) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpResponse.builder()
                .statusCode(status)
                .headers(headers)
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .putHeader("Content-Length", Integer.toString(body.length))
                .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
        .build();
  }

  @Override
  public String clientName() {
    return real.clientName();
  }

  @Override
  public void close() {
    real.close();
  }
}
