package dev.moim.studies.call.dynamodb;

/** What an item of a study's partition is: the second part of its key. */
public record SortKey(String text) {

  /** Some of a study's items, both ends included. */
  public record Range(SortKey first, SortKey last) {}
}
