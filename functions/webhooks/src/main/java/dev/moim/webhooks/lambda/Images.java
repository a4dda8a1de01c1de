package dev.moim.webhooks.lambda;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/** Items as a stream's event has them, as those who read tables know them. */
final class Images {

  private Images() {}

  /** An item that is missing, before or after the change, is an empty one. */
  static Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> of(
      @Nullable Map<String, AttributeValue> image) {
    Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item =
        new HashMap<>();
    if (image != null) {
      image.forEach((name, value) -> item.put(name, of(value)));
    }
    return item;
  }

  private static software.amazon.awssdk.services.dynamodb.model.AttributeValue of(
      AttributeValue value) {
    var built = software.amazon.awssdk.services.dynamodb.model.AttributeValue.builder();
    if (value.getM() != null) {
      return built.m(of(value.getM())).build();
    }
    if (value.getL() != null) {
      return built.l(value.getL().stream().map(Images::of).toList()).build();
    }
    return built
        .s(value.getS())
        .n(value.getN())
        .bool(value.getBOOL())
        .ss(value.getSS())
        .ns(value.getNS())
        .nul(value.getNULL())
        .b(value.getB() == null ? null : SdkBytes.fromByteBuffer(value.getB()))
        .bs(
            value.getBS() == null
                ? List.of()
                : value.getBS().stream().map(SdkBytes::fromByteBuffer).toList())
        .build();
  }
}
