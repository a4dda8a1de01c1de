package dev.moim.bench.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.testkit.runtime.ProcessCpu;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

/** The local runtime with the project's template, in a process of its own. */
final class MoimServer implements Server {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Those with which {@code ./moim up} runs its JVM, as {@code ./moim bench} hands them on. */
  private static final List<String> FLAGS =
      List.of(System.getProperty("moim.up.flags", "").strip().split("\\s+")).stream()
          .filter(flag -> !flag.isEmpty())
          .toList();

  /** As long as such messages are at least. */
  private static final String FILLING = "-".repeat(200);

  private final Process process;
  private final JsonNode license;

  private MoimServer(Process process, JsonNode license) {
    this.process = process;
    this.license = license;
  }

  static MoimServer start(Path root) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(FLAGS);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path", ""),
            MoimServerMain.class.getName(),
            root.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String line = Objects.requireNonNull(process.inputReader().readLine(), "it did not start");
    return new MoimServer(process, JSON.readTree(line));
  }

  /** Candidates, which most relays of a call are: whom they reach is looked up, and that is all. */
  @Override
  public Pair pair(int number) throws Exception {
    Meeting meeting = meeting(number);
    Pair offers = meeting.pair(MoimServer::offer);
    offers.relay("to which the candidates belong");
    return meeting.pair(MoimServer::candidate);
  }

  /** Offers: each is noted besides, so that nothing older follows it. */
  Pair offering(int number) throws Exception {
    return meeting(number).pair(MoimServer::offer);
  }

  private Meeting meeting(int number) throws Exception {
    User ann = user("ann" + number);
    User ben = user("ben" + number);
    String room = ann.createRoom();
    ann.ask("joinRoom", JSON.createObjectNode().put("roomId", room));
    ben.ask("joinRoom", JSON.createObjectNode().put("roomId", room));
    return new Meeting(ann, ben, room);
  }

  /** Two in a room. */
  private record Meeting(User from, User to, String room) {

    /**
     * @param content writes a text into a frame, in the words of an operation
     */
    Pair pair(BiConsumer<ObjectNode, String> content) {
      return new Pair(
          from.client,
          to.client,
          text -> {
            ObjectNode frame = JSON.createObjectNode().put("roomId", room);
            frame.put("userId", from.id).put("target", to.id);
            content.accept(frame, text);
            return frame.toString();
          });
    }
  }

  private static void offer(ObjectNode frame, String text) {
    frame.put("eventOp", "sdp").put("type", "cam");
    frame.putObject("sdp").put("type", "offer").put("sdp", "v=0 " + FILLING + text);
  }

  private static void candidate(ObjectNode frame, String text) {
    frame.put("eventOp", "candidate");
    frame.putObject("candidate").put("candidate", "candidate:1 1 udp " + FILLING + text);
  }

  /** Registered, with the trial license. */
  User user(String id) throws Exception {
    User user = new User(id, new Client(URI.create(license.path("calls").asText())));
    user.ask(
        "register",
        JSON.createObjectNode()
            .put("cpCode", license.path("cpCode").asText())
            .put("authKey", license.path("authKey").asText())
            .put("ipAddr", "127.0.0.1"));
    return user;
  }

  record User(String id, Client client) {

    /** The room goes with its last member. */
    String createRoom() throws Exception {
      return ask("createRoom", JSON.createObjectNode().put("destroy", true))
          .path("roomId")
          .asText();
    }

    JsonNode ask(String eventOp, ObjectNode fields) throws Exception {
      String reqId = id + "-" + eventOp + "-" + System.nanoTime();
      fields.put("eventOp", eventOp).put("userId", id).put("reqId", reqId);
      JsonNode reply = JSON.readTree(client.hear(reqId, () -> client.send(fields.toString())));
      if (!reply.path("code").asText().equals("200")) {
        throw new IllegalStateException(eventOp + " was answered " + reply);
      }
      return reply;
    }
  }

  @Override
  public Duration cpu() {
    return Server.family(process).stream()
        .map(it -> ProcessCpu.of(it.pid()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Bytes that are in use after a collection. */
  long heap() throws IOException {
    Writer asking = process.outputWriter(StandardCharsets.UTF_8);
    asking.write("heap\n");
    asking.flush();
    return Long.parseLong(Objects.requireNonNull(process.inputReader().readLine(), "it ended"));
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close(); // it ends with its input
    } catch (IOException ended) {
      throw new UncheckedIOException(ended);
    }
    process.onExit().join();
  }
}
