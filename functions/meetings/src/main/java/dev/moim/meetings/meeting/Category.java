package dev.moim.meetings.meeting;

import java.util.Optional;
import java.util.stream.Stream;

/** What is eaten at a meeting; it may be several of them. */
public enum Category {
  KOREAN(1, "한식"),
  CHINESE(2, "중식"),
  JAPANESE(4, "일식"),
  WESTERN(8, "양식"),
  DESSERT(16, "디저트"),
  OTHER(32, "기타");

  private final int bit;
  private final String label;

  Category(int bit, String label) {
    this.bit = bit;
    this.label = label;
  }

  /** By which it is known in a number that stands for several; never another one. */
  public int bit() {
    return bit;
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
