package dev.moim.local.e2e;

import dev.moim.local.LocalCloud;
import dev.moim.objects.S3Server;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Everything that the runtime keeps: each item of each table, each object of each bucket. */
final class Remains {

  private Remains() {}

  /** Where each of these words stands; a word that stands nowhere has no entry. */
  static Map<String, String> of(LocalCloud cloud, List<String> words) {
    Map<String, String> found = new TreeMap<>();
    items(cloud.dynamoDb()).forEach((where, text) -> look(words, where, text, found));
    objects(cloud).forEach((where, text) -> look(words, where, text, found));
    return found;
  }

  private static void look(
      List<String> words, String where, String text, Map<String, String> found) {
    words.stream().filter(text::contains).forEach(word -> found.merge(word, where, Remains::both));
  }

  private static String both(String one, String other) {
    return one.contains(other) ? one : one + ", " + other;
  }

  private static Map<String, String> items(DynamoDbClient dynamo) {
    Map<String, String> items = new TreeMap<>();
    for (String table : dynamo.listTables().tableNames()) {
      StringBuilder all = new StringBuilder();
      dynamo.scanPaginator(r -> r.tableName(table)).items().forEach(all::append);
      items.put(table, all.toString());
    }
    return items;
  }

  private static Map<String, String> objects(LocalCloud cloud) {
    Map<String, String> objects = new TreeMap<>();
    var keys = AwsBasicCredentials.create(S3Server.KEY, S3Server.KEY);
    try (S3Client s3 =
        S3Client.builder()
            .endpointOverride(cloud.objectsUrl())
            .forcePathStyle(true)
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(keys))
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      for (var bucket : s3.listBuckets().buckets()) {
        StringBuilder all = new StringBuilder();
        s3.listObjectsV2Paginator(r -> r.bucket(bucket.name()))
            .contents()
            .forEach(object -> all.append(object.key()).append('\n'));
        objects.put(bucket.name(), all.toString());
      }
    }
    return objects;
  }
}
