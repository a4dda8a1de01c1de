package dev.moim.chat;

import static dev.moim.chat.ChatWorld.MEETING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.chat.ChatWorld.Client;
import dev.moim.shared.wire.stomp.StompCommand;
import dev.moim.shared.wire.stomp.StompFrame;
import dev.moim.testkit.DynamoDbExtension;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should send to the socket, and what few do. */
class StompAttackTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables(ChatWorld.TABLES);

  private static final String MESSAGES = "destination:/pub/chat/message";

  private final ChatWorld world = new ChatWorld(DYNAMO, "strict");
  private Client client;

  @BeforeEach
  void meeting() {
    world.meeting(MEETING, 1, 2);
    client = world.client("c1", 1);
  }

  private static void assertError(ChatWorld world, Client client, int status) {
    List<StompFrame> frames = client.frames();
    assertThat(frames).hasSize(1);
    assertThat(frames.getFirst().command()).isEqualTo(StompCommand.ERROR);
    assertThat(frames.getFirst().written("message")).isPresent();
    assertThat(frames.getFirst().body()).contains("\"status\":" + status);
    assertThat(world.sockets.isOpen(client.connectionId)).as("it is closed").isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no frame at all\0",
        "SEND\nno colon\n\n{}\0",
        "SEND\n\n{}\0",
        "SEND\ndestination:/pub/chat/message\ncontent-length:x\n\n{}\0",
        "SEND\ndestination:/pub/chat/message\n\n[1]\0",
        "SEND\ndestination:/pub/chat/message\n\n{\"roomId\":7000001,\"roomId\":7000001}\0",
        "SEND\ndestination:/pub/chat\\message\n\n{}\0",
        "SUBSCRIBE\n\n\0",
        "SUBSCRIBE\nid:0\n\n\0",
        "SUBSCRIBE\nid:0\ndestination:/sub/chat/room/7000001\nlast-message-id:x\n\n\0",
        "UNSUBSCRIBE\n\n\0",
        "CONNECTED\nversion:1.2\n\n\0",
        "MESSAGE\ndestination:/sub/chat/room/7000001\n\n{}\0",
        "CONNECT\naccept-version:3.0\n\n\0",
        "BEGIN\ntransaction:t\n\n\0"
      })
  void brokenFramesAreAnsweredWithAnErrorAndTheEnd(String frame) {
    client.frame(frame);
    assertError(world, client, 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sub/chat/room/7000001/",
        "/sub/chat/room/+7000001",
        "/sub/chat/room/ 7000001",
        "/sub/chat/room/07000001",
        "/sub/chat/room/٧٠٠٠٠٠١",
        "/sub/chat/room/tenant:7000001",
        "/sub/chat/room/9223372036854775808",
        "/sub/chat/room/",
        "/sub/chat/room/*",
        "/sub/notifications/2",
        "/SUB/notifications"
      })
  void whereNobodyListensIsNoDestination(String destination) {
    client.frame("SUBSCRIBE\nid:0\ndestination:" + destination + "\n\n\0");
    assertError(world, client, 404);
  }

  @Test
  void longFramesAreRefusedAndNotSaid() {
    client.subscribe(MEETING);
    client.say(1, MEETING, "가".repeat(43_000)); // 129 KB, which the gateway would not let through
    assertError(world, client, 400);
    assertThat(world.in(1, MEETING).texts()).noneMatch(text -> text.startsWith("가가"));
    Client second = world.client("c2", 2);
    second.frame("SUBSCRIBE\nid:" + "x".repeat(130_000) + "\ndestination:/sub/notifications\n\n\0");
    assertError(world, second, 400);
  }

  @Test
  void severalFramesMayComeInOneMessage() {
    Client second = world.open("c2", Optional.empty());
    second.frame(
        "\n\nCONNECT\naccept-version:1.1,1.2\nAuthorization:Bearer "
            + world.token(2)
            + "\n\n\0\n"
            + second.subscription(MEETING, "receipt:r1\n")
            + "\r\n"
            + second.saying(2, MEETING, "하나", Map.of())
            + second.saying(2, MEETING, "둘", Map.of()));
    assertThat(second.frames())
        .extracting(frame -> frame.command().name())
        .containsExactly("CONNECTED", "RECEIPT", "MESSAGE", "MESSAGE");
  }

  @Test
  void aFrameMayComeInSeveralMessages() {
    client.subscribe(MEETING);
    String frame = client.saying(1, MEETING, "여러 조각으로 나뉜 말", Map.of());
    for (int from = 0; from < frame.length(); from += 20) {
      client.frame(frame.substring(from, Math.min(frame.length(), from + 20)));
    }
    assertThat(client.texts()).containsExactly("여러 조각으로 나뉜 말");
  }

  @Test
  void heartBeatsAndAcknowledgementsChangeNothing() {
    client.frame("\n");
    client.frame("\r\n\n");
    client.frame("ACK\nid:1\n\n\0");
    client.frame("NACK\nid:1\n\n\0");
    assertThat(client.received()).isEmpty();
    assertThat(world.sockets.isOpen("c1")).isTrue();
  }

  @Test
  void receiptsAreGivenForEverythingThatIsDone() {
    client.frame("SUBSCRIBE\nid:0\ndestination:/sub/notifications\nreceipt:a\n\n\0");
    client.frame(
        "SEND\nreceipt:b\n"
            + MESSAGES
            + "\n\n{\"roomId\":\"7000001\",\"userId\":1,\"message\":\"하나\"}\0");
    client.frame("ACK\nid:1\nreceipt:c\n\n\0");
    client.frame("NACK\nid:1\nreceipt:d\\c\\n\n\n\0");
    client.frame("UNSUBSCRIBE\nid:0\nreceipt:e\n\n\0");
    client.frame("DISCONNECT\nreceipt:f\n\n\0");
    assertThat(client.frames())
        .extracting(frame -> frame.command() + " " + frame.written("receipt-id").orElse(""))
        .containsExactly(
            "RECEIPT a", "RECEIPT b", "RECEIPT c", "RECEIPT d\\c\\n", "RECEIPT e", "RECEIPT f");
  }

  @Test
  void nobodySpeaksBeforeTheyHaveSaidHello() {
    Client second = world.open("c2", Optional.empty());
    second.say(2, MEETING, "누구게");
    assertError(world, second, 401);
    Client third = world.open("c3", Optional.of(world.token(2)));
    third.subscribe(MEETING);
    assertError(world, third, 401);
  }

  @Test
  void tokensThatAreOverOrForgedAreRefused() {
    Client second = world.open("c2", Optional.empty());
    second.frame(
        "CONNECT\naccept-version:1.2\nAuthorization:Bearer " + world.expiredToken(2) + "\n\n\0");
    assertError(world, second, 401);
    Client third = world.open("c3", Optional.of(world.expiredToken(2)));
    third.frame("CONNECT\naccept-version:1.2\n\n\0");
    assertError(world, third, 401);
    client.frame("CONNECT\naccept-version:1.2\nAuthorization:" + world.token(2) + "\n\n\0");
    assertError(world, client, 403);
  }

  @Test
  void whoIsPutOutCannotComeBackByTheSameSocket() {
    Client second = world.client("c2", 2);
    second.subscribe(MEETING);
    world.remove("meeting.kicked", MEETING, 1, 2);
    second.received();
    client.say(1, MEETING, "조용하네요");
    assertThat(second.received()).isEmpty();
    second.subscribe(MEETING);
    assertError(world, second, 403);
  }
}
