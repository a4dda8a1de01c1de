package dev.moim.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A DynamoDB table.
 *
 * @param attributes key attributes and their types: S, N or B
 * @param timeToLive the attribute that holds the expiry in epoch seconds
 * @param stream the stream's view type
 */
public record Table(
    String name,
    Map<String, String> attributes,
    Keys keys,
    List<Index> indexes,
    Optional<String> timeToLive,
    Optional<String> stream) {

  /** The same, and nobody hears what changes in it. */
  public Table withoutStream() {
    return new Table(name, attributes, keys, indexes, timeToLive, Optional.empty());
  }

  /** A partition key and perhaps a sort key. */
  public record Keys(String partition, Optional<String> sort) {}

  /**
   * A global secondary index.
   *
   * @param projection ALL, KEYS_ONLY or INCLUDE
   * @param included the attributes an INCLUDE names
   */
  public record Index(String name, Keys keys, String projection, List<String> included) {}
}
