package dev.moim.shared.sockets.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.Dispatcher;
import dev.moim.shared.sockets.Message;
import dev.moim.shared.sockets.Notice;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outbox;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Recipient;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.sockets.TestFamily;
import dev.moim.shared.sockets.TestFamily.Code;
import dev.moim.shared.sockets.Unreachable;
import dev.moim.shared.sockets.stomp.dynamodb.DynamoPieces;
import dev.moim.shared.wire.stomp.StompCodec;
import dev.moim.shared.wire.stomp.StompCommand;
import dev.moim.shared.wire.stomp.StompFrame;
import dev.moim.shared.wire.stomp.StompVersion;
import dev.moim.testkit.RecordingSockets;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.VirtualTimers;
import dev.moim.testkit.memory.MemoryDynamo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StompServerTest {

  private static final Instant NOW = Instant.parse("2026-01-31T09:00:00Z");
  private static final Recipient READER = Recipient.of("c2", StompDialect.of("sub\\c0", true));

  private final TestClock clock = TestClock.at("2026-01-31T09:00:00Z");
  private final RecordingSockets sockets = new RecordingSockets();
  private final VirtualTimers timers = new VirtualTimers(clock);
  private final List<Fields> asked = new ArrayList<>();
  private StompVersion agreed = StompVersion.V1_2;

  private StompServer server() {
    Outbox outbox =
        new Outbox(sockets, timers, new StompFraming(), Unreachable.lettingGo(timers), clock);
    Map<String, Operation> operations =
        Map.of(
            StompServer.CONNECT,
            this::connect,
            StompServer.SUBSCRIBE,
            this::note,
            StompServer.UNSUBSCRIBE,
            this::note,
            StompServer.sendTo("/pub/echo"),
            this::echo);
    Dispatcher dispatcher = new Dispatcher(operations, TestFamily.ERRORS, outbox, wait -> {});
    var pieces =
        new DynamoPieces(
            new MemoryDynamo(Map.of("connections", List.of("id")), request -> {}),
            "connections",
            clock);
    return new StompServer(
        dispatcher,
        refusal -> Map.of("message", refusal.message(), "code", refusal.code().name()),
        new FrameStream(pieces, wait -> {}),
        connectionId -> Optional.of(agreed));
  }

  private Outcome connect(Sender sender, Fields headers) {
    if (headers.optionalText("Authorization").isEmpty()) {
      throw new DomainException(Code.NOT_A_MEMBER);
    }
    asked.add(headers);
    return Outcome.reply(Map.of("user-name", "7"));
  }

  private Outcome note(Sender sender, Fields fields) {
    asked.add(fields);
    return Outcome.silent();
  }

  private Outcome echo(Sender sender, Fields body) {
    Message message =
        Message.of("/sub/echo").with("message-id", "m:1").with("text", body.text("text"));
    return Outcome.silent().telling(Notice.to(READER, message));
  }

  /** What a message leads to. */
  private record Said(List<String> frames, boolean closes) {}

  private Said answer(String text) {
    List<String> frames = new ArrayList<>();
    Sender sender = new Sender("c1", StompDialect.ofConnection(), NOW, Duration.ofHours(1));
    boolean closes = server().answer(sender, text, frames::add);
    return new Said(frames, closes);
  }

  private StompFrame only(Said answer) {
    assertThat(answer.frames()).hasSize(1);
    return StompCodec.decode(answer.frames().getFirst()).frames().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECT,'1.2,1.1,1.0',1.2,'0,300000'",
    "STOMP,'1.1,1.0',1.1,'0,300000'",
    "CONNECT,1.0,1.0,'0,0'"
  })
  void agreesOnAVersion(String command, String accepts, String version, String heartBeat) {
    Said answer =
        answer(
            command
                + "\naccept-version:"
                + accepts
                + "\nheart-beat:10000,10000"
                + "\nAuthorization:Bearer x\n\n\0");
    StompFrame connected = only(answer);
    assertThat(connected.command()).isEqualTo(StompCommand.CONNECTED);
    assertThat(connected.written())
        .containsEntry("version", version)
        .containsEntry("heart-beat", heartBeat)
        .containsEntry("user-name", "7");
    assertThat(answer.closes()).isFalse();
    assertThat(asked.getFirst().text("version")).isEqualTo(version);
  }

  @Test
  void refusesVersionsItDoesNotSpeak() {
    Said answer = answer("CONNECT\naccept-version:2.0\nAuthorization:Bearer x\n\n\0");
    assertThat(only(answer).command()).isEqualTo(StompCommand.ERROR);
    assertThat(only(answer).body()).contains("supported versions are 1.0, 1.1 and 1.2");
    assertThat(answer.closes()).isTrue();
  }

  @Test
  void closesAfterAnErrorThatSaysWhyTwice() {
    Said answer = answer("CONNECT\naccept-version:1.2\n\n\0");
    StompFrame error = only(answer);
    assertThat(error.header("message", StompVersion.V1_2)).contains("text of NOT_A_MEMBER");
    assertThat(error.written("content-type")).contains("application/json");
    assertThat(error.body()).contains("\"message\":\"text of NOT_A_MEMBER\"");
    assertThat(answer.closes()).isTrue();
  }

  @Test
  void repeatsTheReceiptIdAsItWasWritten() {
    assertThat(answer("SUBSCRIBE\nid:0\ndestination:/a\nreceipt:r\\c1\n\n\0").frames())
        .containsExactly("RECEIPT\nreceipt-id:r\\c1\n\n\0");
    assertThat(only(answer("SEND\ndestination:/none\nreceipt:7\n\n{}\0")).written("receipt-id"))
        .contains("7");
    assertThat(answer("DISCONNECT\nreceipt:close-1\n\n\0"))
        .isEqualTo(new Said(List.of("RECEIPT\nreceipt-id:close-1\n\n\0"), false));
  }

  @Test
  void tellsSubscribersUnderTheirIdAndWithWhatTheyAcknowledge() {
    assertThat(answer("SEND\ndestination:/pub/echo\n\n{\"text\":\"안녕\"}\0"))
        .isEqualTo(new Said(List.of(), false));
    assertThat(sockets.take("c2"))
        .containsExactly(
            "MESSAGE\nsubscription:sub\\c0\nack:m\\c1\nmessage-id:m\\c1\ndestination:/sub/echo\n"
                + "content-type:application/json\ncontent-length:17\n\n{\"text\":\"안녕\"}\0");
  }

  @Test
  void readsBackWhatARetryHasKept() {
    StompFraming framing = new StompFraming();
    Map<String, Object> fields = new LinkedHashMap<>(Map.of("message-id", "a:1", "n", 5));
    Message message = Message.of("/sub/chat/room/1", fields);
    assertThat(framing.message(framing.payload(message))).isEqualTo(message);
  }

  @Test
  void saysThatASocketIsConnectedBeforeWhatFollowsIsPosted() {
    List<String> heard = new ArrayList<>();
    Sender sender = new Sender("c2", StompDialect.ofConnection(), NOW, Duration.ofHours(1));
    String text =
        "CONNECT\naccept-version:1.2\nAuthorization:Bearer x\n\n\0"
            + "SEND\ndestination:/pub/echo\nreceipt:1\n\n{\"text\":\"a\"}\0";
    server().answer(sender, text, reply -> sockets.post("c2", reply));
    sockets.take("c2").forEach(frame -> heard.add(frame.lines().findFirst().orElse("")));
    assertThat(heard).containsExactly("CONNECTED", "MESSAGE", "RECEIPT");
  }

  @Test
  void carriesOutWhatOneMessageHoldsUntilSomethingIsWrong() {
    Said answer =
        answer(
            "SUBSCRIBE\nid:0\ndestination:/a\nreceipt:1\n\n\0\nBEGIN\ntransaction:t\n\n\0"
                + "SUBSCRIBE\nid:1\ndestination:/b\nreceipt:2\n\n\0");
    assertThat(answer.frames()).hasSize(2);
    assertThat(answer.frames().getFirst()).startsWith("RECEIPT");
    assertThat(answer.frames().getLast()).startsWith("ERROR");
    assertThat(asked).hasSize(1);
  }

  @Test
  void takesAcknowledgementsAndHeartBeats() {
    assertThat(answer("ACK\nid:1\n\n\0NACK\nid:2\nreceipt:n\n\n\0\n").frames())
        .containsExactly("RECEIPT\nreceipt-id:n\n\n\0");
    assertThat(answer("\n")).isEqualTo(new Said(List.of(), false));
  }

  @Test
  void readsHeadersAsTheAgreedVersionWritesThem() {
    answer("SUBSCRIBE\nid:a\\cb\ndestination:/x\\cy\n\n\0");
    agreed = StompVersion.V1_0;
    answer("SUBSCRIBE\nid:a\\cb\ndestination:/x\\cy\n\n\0");
    assertThat(asked.stream().map(fields -> fields.text("destination")))
        .containsExactly("/x:y", "/x\\cy");
    assertThat(asked.stream().map(fields -> fields.text(StompServer.WRITTEN_ID)))
        .containsOnly("a\\cb");
  }

  @Test
  void needsNoIdOfASubscriptionInTheOldestVersion() {
    answer("SUBSCRIBE\ndestination:/a\n\n\0");
    assertThat(asked.getFirst().text(StompServer.WRITTEN_ID)).isEqualTo("/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HELLO\n\n\0",
        "{\"eventOp\":\"join\"}",
        "SUBSCRIBE\nack:auto\n\n\0",
        "SEND\n\n{}\0",
        "SEND\ndestination:/pub/echo\n\nno JSON\0",
        "SEND\ndestination:/pub/echo\n\n[]\0",
        "SEND\ndestination:/pub/ech\\t\n\n{}\0",
        "SEND\ndestination:/pub/other\n\n{}\0",
        "COMMIT\ntransaction:t\n\n\0",
        "MESSAGE\nsubscription:0\n\n\0",
      })
  void answersWhatIsWrongWithOneErrorAndCloses(String text) {
    Said answer = answer(text);
    StompFrame error = only(answer);
    assertThat(error.command()).isEqualTo(StompCommand.ERROR);
    assertThat(error.header("message", StompVersion.V1_2)).isPresent();
    assertThat(error.body()).startsWith("{").contains("\"code\":");
    assertThat(answer.closes()).isTrue();
  }
}
