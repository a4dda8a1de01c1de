package dev.moim.testkit;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Disturbs the next requests of a client, the way the network and DynamoDB do. Each plan counts the
 * attempts of one operation ({@code "UpdateItem"}), so that the SDK's own retries are attempts too.
 */
public final class Faults implements ExecutionInterceptor {

  private static final String ANY = "*";

  private final Queue<Plan> plans = new ConcurrentLinkedQueue<>();

  /** The next attempts are refused before they take effect; the SDK repeats them. */
  public void throttle(String operation, int attempts) {
    plan(operation, false, 1, attempts, Faults::throttled);
  }

  /** The next attempts take effect but their answers are lost; the SDK repeats them. */
  public void loseAnswer(String operation, int attempts) {
    plan(operation, true, 1, attempts, Faults::timedOut);
  }

  /**
   * The n-th attempt from now fails before it takes effect: the process died there, or DynamoDB
   * refused.
   *
   * @param nth from 1
   */
  public void fail(String operation, int nth, Supplier<RuntimeException> failure) {
    plan(operation, false, nth, 1, failure);
  }

  /**
   * Right before the n-th request from now something else happens, from beginning to end: what
   * another function does while this one is under way.
   *
   * @param nth from 1
   */
  public void meanwhile(int nth, Runnable other) {
    plans.add(new Plan(ANY, false, nth, nth + 1, new AtomicInteger(), other));
  }

  /**
   * The function dies before its n-th request: neither that one nor any after it takes effect,
   * until {@link #reset}.
   *
   * @param nth from 1
   */
  public void die(int nth) {
    plan(ANY, false, nth, Integer.MAX_VALUE - nth, () -> new IllegalStateException("died"));
  }

  /** The next transactions meet another one on the same items. DynamoDB Local never says so. */
  public void conflict(int attempts) {
    plan("TransactWriteItems", false, 1, attempts, Faults::conflicted);
  }

  /** The next attempts of a plain operation meet a transaction on the same item. */
  public void conflict(String operation, int attempts) {
    plan(operation, false, 1, attempts, Faults::inTheWay);
  }

  /** The conditions of the next attempts of an operation do not hold. */
  public void refuse(String operation, int attempts) {
    plan(operation, false, 1, attempts, Faults::refused);
  }

  /** Nothing fails any more. */
  public void reset() {
    plans.clear();
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes executionAttributes) {
    apply(executionAttributes, false);
  }

  @Override
  public void afterTransmission(
      Context.AfterTransmission context, ExecutionAttributes executionAttributes) {
    apply(executionAttributes, true);
  }

  private void plan(
      String operation, boolean after, int first, int count, Supplier<RuntimeException> failure) {
    Runnable effect =
        () -> {
          throw failure.get();
        };
    plans.add(new Plan(operation, after, first, first + count, new AtomicInteger(), effect));
  }

  private void apply(ExecutionAttributes attributes, boolean after) {
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    for (Plan plan : plans) {
      boolean concerned = plan.operation.equals(ANY) || plan.operation.equals(operation);
      if (concerned && plan.after == after && plan.hits()) {
        plan.effect.run();
      }
    }
  }

  private static RuntimeException throttled() {
    return refusal(
        "ProvisionedThroughputExceededException", ProvisionedThroughputExceededException.builder());
  }

  private static RuntimeException conflicted() {
    var conflict = CancellationReason.builder().code("TransactionConflict").build();
    return refusal(
        "TransactionCanceledException",
        TransactionCanceledException.builder().cancellationReasons(conflict));
  }

  private static RuntimeException inTheWay() {
    return refusal("TransactionConflictException", TransactionConflictException.builder());
  }

  private static RuntimeException refused() {
    return refusal("ConditionalCheckFailedException", ConditionalCheckFailedException.builder());
  }

  /** As DynamoDB answers; the SDK decides by the code whether it asks again. */
  private static RuntimeException refusal(String code, AwsServiceException.Builder exception) {
    var details = AwsErrorDetails.builder().serviceName("DynamoDb").errorCode(code).build();
    return exception.message("injected " + code).statusCode(400).awsErrorDetails(details).build();
  }

  private static RuntimeException timedOut() {
    return ApiCallAttemptTimeoutException.create(1);
  }

  private record Plan(
      String operation, boolean after, int first, int end, AtomicInteger seen, Runnable effect) {

    boolean hits() {
      int attempt = seen.incrementAndGet();
      return attempt >= first && attempt < end;
    }
  }
}
