package dev.moim.template;

import java.util.List;
import java.util.stream.Stream;

/**
 * S3 buckets, as far as a local server keeps their rules: who may use them is checked elsewhere.
 */
final class BucketReader {

  static final String TYPE = "AWS::S3::Bucket";

  private BucketReader() {}

  static List<Bucket> buckets(Stack stack) {
    return stack.resources(TYPE).stream()
        .map(bucket -> new Bucket(stack.names().ref(TYPE, bucket.logicalId()), origins(bucket)))
        .toList();
  }

  private static List<String> origins(Resource bucket) {
    Stream<Resource> rules = bucket.part("CorsConfiguration").parts("CorsRules").stream();
    return rules.flatMap(rule -> rule.texts("AllowedOrigins").stream()).distinct().toList();
  }
}
