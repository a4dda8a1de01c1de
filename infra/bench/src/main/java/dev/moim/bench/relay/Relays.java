package dev.moim.bench.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.moim.bench.Bench;
import dev.moim.bench.Row;
import dev.moim.bench.relay.Load.Rate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Offers that go from one socket to another through the local runtime, beside two peers. */
public final class Relays implements Bench {

  private static final int PAIRS = 16;
  private static final int PACE = 200;
  private static final Duration WARM_UP = Duration.ofSeconds(30);
  private static final Duration TIME = Duration.ofSeconds(15);
  private static final String PEER = "serverless-offline";

  private final Path root;

  public Relays(Path root) {
    this.root = root;
  }

  @Override
  public String name() {
    return "relay";
  }

  @Override
  public String about() {
    return "relays through the local runtime, beside serverless-offline with DynamoDB Local and socket.io in memory";
  }

  /**
   * What was measured of a server.
   *
   * @param slow milliseconds of the slowest but one in a hundred, at a steady pace
   */
  private record Measured(Rate rate, double slow) {}

  @Override
  public List<Row> run(Consumer<String> progress) throws Exception {
    Measured ours;
    try (Server server = MoimServer.start(root)) {
      ours = measure(server, progress, "the local runtime");
    }
    Measured peer;
    try (Server server = ServerlessOffline.start(root, progress)) {
      peer = measure(server, progress, PEER);
    }
    JsonNode memory = socketIo(progress);
    String pace = "slowest of a hundred, at " + PACE + "/s";
    return List.of(
        new Row("relays", ours.rate.perSecond(), "relays/s", PEER, peer.rate.perSecond()),
        new Row(pace, ours.slow, "ms", PEER, peer.slow),
        new Row("a relay", ours.rate.cpuMillis(), "CPU-ms", PEER, peer.rate.cpuMillis()),
        new Row(
            "a relay",
            ours.rate.cpuMillis(),
            "CPU-ms",
            "socket.io, in memory",
            memory.path("cpuMicros").asDouble() / 1e3));
  }

  private static Measured measure(Server server, Consumer<String> progress, String who)
      throws Exception {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      pairs.add(server.pair(i));
    }
    Load load = new Load(pairs);
    load.asManyAsGo(server, WARM_UP);
    Rate rate = load.asManyAsGo(server, TIME);
    Measured measured = new Measured(rate, load.slowestOfHundred(PACE, TIME));
    progress.accept(who + ": " + measured);
    return measured;
  }

  private JsonNode socketIo(Consumer<String> progress) throws Exception {
    NodePeer peer = NodePeer.fetched(root, "socket-io", progress);
    return new ObjectMapper().readTree(peer.output(List.of("node", "relay.js")));
  }
}
