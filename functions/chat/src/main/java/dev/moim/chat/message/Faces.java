package dev.moim.chat.message;

import dev.moim.shared.people.People;
import dev.moim.shared.people.Person;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What authors of messages look like by now: a picture they had then may be deleted. */
public final class Faces {

  private final People people;

  public Faces(People people) {
    this.people = people;
  }

  /** The same messages with pictures. One request for up to 100 authors, none for nobody. */
  public List<ChatMessage> on(List<ChatMessage> messages) {
    Map<Long, Person> found =
        people.findAll(
            messages.stream()
                .map(message -> message.author().id())
                .filter(id -> id != Author.NOBODY.id())
                .collect(Collectors.toSet()));
    return messages.stream().map(message -> on(message, found)).toList();
  }

  private static ChatMessage on(ChatMessage message, Map<Long, Person> found) {
    Person author = found.get(message.author().id());
    return author == null ? message : message.by(message.author().looking(author.picture()));
  }
}
