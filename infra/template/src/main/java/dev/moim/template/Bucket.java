package dev.moim.template;

import java.util.List;

/**
 * An S3 bucket.
 *
 * @param origins whose pages may use its addresses
 */
public record Bucket(String name, List<String> origins) {

  public Bucket {
    origins = List.copyOf(origins);
  }
}
