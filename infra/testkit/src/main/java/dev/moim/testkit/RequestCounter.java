package dev.moim.testkit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.DoubleAdder;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Counts what a DynamoDB client sends, retries included, and sums the capacity units that DynamoDB
 * says it consumed, indexes included. A write whose condition fails consumes units too but reports
 * none, so it adds a request and no units.
 */
public final class RequestCounter implements ExecutionInterceptor {

  private static final String SETTING = "ReturnConsumedCapacity";
  private static final Set<String> READS =
      Set.of("GetItem", "Query", "Scan", "BatchGetItem", "TransactGetItems");

  private final ConcurrentMap<String, Integer> requests = new ConcurrentHashMap<>();
  private final DoubleAdder readUnits = new DoubleAdder();
  private final DoubleAdder writeUnits = new DoubleAdder();

  public int requests() {
    return requests.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** By operation: {@code {Query=2, UpdateItem=1}}. */
  public Map<String, Integer> byOperation() {
    return Map.copyOf(requests);
  }

  public double readUnits() {
    return readUnits.sum();
  }

  public double writeUnits() {
    return writeUnits.sum();
  }

  public void reset() {
    requests.clear();
    readUnits.reset();
    writeUnits.reset();
  }

  @Override
  public SdkRequest modifyRequest(
      Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
    SdkRequest.Builder copy = context.request().toBuilder();
    context.request().sdkFields().stream()
        .filter(field -> field.memberName().equals(SETTING))
        .forEach(field -> set(field, copy));
    return copy.build();
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes executionAttributes) {
    requests.merge(operation(executionAttributes), 1, Integer::sum);
  }

  @Override
  public void afterUnmarshalling(
      Context.AfterUnmarshalling context, ExecutionAttributes executionAttributes) {
    boolean read = READS.contains(operation(executionAttributes));
    context
        .response()
        .getValueForField("ConsumedCapacity", Object.class)
        .ifPresent(consumed -> add(consumed, read ? readUnits : writeUnits));
  }

  private static void set(SdkField<?> field, SdkRequest.Builder builder) {
    field.set(builder, ReturnConsumedCapacity.TOTAL.toString());
  }

  private static void add(Object consumed, DoubleAdder sum) {
    switch (consumed) {
      case ConsumedCapacity capacity -> sum.add(capacity.capacityUnits());
      case List<?> perTable -> perTable.forEach(item -> add(item, sum));
      default -> throw new IllegalStateException("unexpected consumed capacity " + consumed);
    }
  }

  private static String operation(ExecutionAttributes attributes) {
    return attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
  }
}
