package dev.moim.kakao;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who can log in here: two by name, and whoever types another one. */
final class People {

  private static final List<Person> KNOWN =
      List.of(
          new Person(4_000_000_001L, "Minji", Optional.of("minji@example.com")),
          new Person(4_000_000_002L, "Juno", Optional.empty()));

  List<Person> known() {
    return KNOWN;
  }

  /** The one a consent form names, by id or in words. The same words are the same person. */
  Person chosen(Map<String, String> form) {
    String id = form.getOrDefault("person", "");
    return KNOWN.stream()
        .filter(person -> Long.toString(person.id()).equals(id))
        .findFirst()
        .orElseGet(() -> typed(form.getOrDefault("nickname", ""), form.getOrDefault("email", "")));
  }

  private static Person typed(String nickname, String email) {
    String name = nickname.isBlank() ? "Nobody" : nickname.strip();
    long id = 4_100_000_000L + Math.floorMod((name + "\n" + email).hashCode(), 100_000_000);
    return new Person(id, name, Optional.of(email.strip()).filter(it -> !it.isEmpty()));
  }
}
