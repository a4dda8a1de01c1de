package dev.moim.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.groups.Member.Role;
import dev.moim.shared.groups.Member.Status;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.RootTemplate;
import dev.moim.testkit.spec.EventValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every cell of {@code infra/authorisation/studies-events.csv}. */
class SocketAuthorisationTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(SocketWorld.TABLES);

  private static final String INSIDE = "\"roomId\":\"study-s1-main\"";

  /** What is sent with each event; {@code %s} is the id of a peer's socket. */
  static final Map<String, String> DATA =
      Map.ofEntries(
          Map.entry("video:join-room", "{\"studyId\":\"s1\"," + INSIDE + "}"),
          Map.entry("video:leave-room", "{" + INSIDE + "}"),
          Map.entry("video:offer", "{\"to\":\"%s\",\"offer\":{}}"),
          Map.entry("video:answer", "{\"to\":\"%s\",\"answer\":{}}"),
          Map.entry("video:ice-candidate", "{\"to\":\"%s\",\"candidate\":{}}"),
          Map.entry("video:toggle-audio", "{" + INSIDE + ",\"isMuted\":true}"),
          Map.entry("video:toggle-video", "{" + INSIDE + ",\"isVideoOff\":true}"),
          Map.entry("video:screen-share-start", "{" + INSIDE + "}"),
          Map.entry("video:screen-share-stop", "{" + INSIDE + "}"),
          Map.entry("video:speaking", "{" + INSIDE + ",\"speaking\":true}"),
          Map.entry("chat:video-message", "{" + INSIDE + ",\"message\":\"hi\"}"),
          Map.entry("chat:video-file", "{" + INSIDE + ",\"file\":{\"name\":\"a.txt\"}}"),
          Map.entry("presence:join-study", "{\"studyId\":\"s1\"}"),
          Map.entry("presence:leave-study", "{\"studyId\":\"s1\"}"));

  @ParameterizedTest
  @MethodSource("cells")
  void isAnsweredAsTheTableSays(String event, String who, String expected) {
    SocketWorld world = new SocketWorld(DYNAMO);
    world.start();
    SocketClient ann = world.user("ann").join();
    SocketClient client = client(world, who);
    if (!event.equals("video:join-room") && !event.startsWith("presence:")) {
      client.join();
    }
    client.take();
    var answer = client.ask(event, DATA.get(event).formatted(ann.socketId()));
    assertThat(answer.getOrDefault("code", "ok")).isEqualTo(expected);
  }

  @Test
  void everyEventThatIsServedIsDescribedAndHasARow() throws IOException {
    assertThat(DATA.keySet()).isEqualTo(EventValidator.ofProject("study").received());
    assertThat(rows().stream().map(List::getFirst).skip(1))
        .containsExactlyInAnyOrderElementsOf(new SocketWorld(DYNAMO).wiring.events().keySet())
        .containsExactlyInAnyOrderElementsOf(DATA.keySet());
  }

  private static SocketClient client(SocketWorld world, String who) {
    switch (who) {
      case "invited" -> world.member(who, Role.MEMBER, Status.INVITED);
      case "left" -> world.member(who, Role.MEMBER, Status.LEFT);
      case "member" -> world.member(who, Role.MEMBER, Status.ACTIVE);
      case "admin" -> world.member(who, Role.ADMIN, Status.ACTIVE);
      default -> assertThat(List.of("nobody", "stranger", "owner")).contains(who);
    }
    if (who.equals("nobody")) {
      return world.open("c-nobody", Map.of("EIO", "4"), Map.of());
    }
    return world.stranger(who);
  }

  static Stream<Arguments> cells() throws IOException {
    List<String> header = rows().getFirst();
    return rows().stream()
        .skip(1)
        .flatMap(row ->
            IntStream.range(1, row.size())
                .mapToObj(i -> Arguments.of(row.getFirst(), header.get(i), row.get(i))));
  }

  private static List<List<String>> rows() throws IOException {
    return Files.readAllLines(
            RootTemplate.folder().resolve("infra/authorisation/studies-events.csv"))
        .stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split(",")))
        .toList();
  }
}
