package dev.moim.meetings.meeting;

import java.util.Optional;
import java.util.stream.Stream;

/** What is eaten at a meeting; it may be several of them. */
public enum Category {
  KOREAN("한식"),
  CHINESE("중식"),
  JAPANESE("일식"),
  WESTERN("양식"),
  DESSERT("디저트"),
  OTHER("기타");

  private final String label;

  Category(String label) {
    this.label = label;
  }

  /** How lists show it. */
  public String label() {
    return label;
  }

  /** By its name as requests have it. */
  public static Optional<Category> find(String name) {
    return Stream.of(values()).filter(category -> category.name().equals(name)).findFirst();
  }
}
