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

/**
 * Candidates and offers that go from one socket to another through the local runtime, beside two
 * peers.
 */
public final class Relays implements Bench {

  private static final int PAIRS = 16;
  private static final int PACE = 200;
  private static final Duration WARM_UP = Duration.ofSeconds(60);
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

  /** Makes a pair of its own for each number. */
  private interface Pairs {
    Pair make(int number) throws Exception;
  }

  @Override
  public List<Row> run(Consumer<String> progress) throws Exception {
    Measured candidates;
    Measured offers;
    try (MoimServer server = MoimServer.start(root)) {
      candidates = measure(server, server::pair);
      progress.accept("candidates: " + candidates);
      offers = measure(server, number -> server.offering(PAIRS + number));
      progress.accept("offers: " + offers);
    }
    Measured peer;
    try (Server server = ServerlessOffline.start(root, progress)) {
      peer = measure(server, server::pair);
      progress.accept(PEER + ": " + peer);
    }
    double memory = socketIo(progress).path("cpuMicros").asDouble() / 1e3;
    List<Row> rows = new ArrayList<>(rows("candidates", candidates, peer));
    double cpu = candidates.rate.cpuMillis();
    rows.add(new Row("candidates, each", cpu, "CPU-ms", "socket.io, in memory", memory));
    rows.addAll(rows("offers", offers, peer));
    return rows;
  }

  private static List<Row> rows(String what, Measured ours, Measured peer) {
    String pace = what + ", slowest of a hundred at " + PACE + "/s";
    return List.of(
        new Row(what, ours.rate.perSecond(), "relays/s", PEER, peer.rate.perSecond()),
        new Row(pace, ours.slow, "ms", PEER, peer.slow),
        new Row(what + ", each", ours.rate.cpuMillis(), "CPU-ms", PEER, peer.rate.cpuMillis()));
  }

  private static Measured measure(Server server, Pairs making) throws Exception {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      pairs.add(making.make(i));
    }
    Load load = new Load(pairs);
    load.asManyAsGo(server, WARM_UP);
    Rate rate = load.asManyAsGo(server, TIME);
    return new Measured(rate, load.slowestOfHundred(PACE, TIME));
  }

  private JsonNode socketIo(Consumer<String> progress) throws Exception {
    NodePeer peer = NodePeer.fetched(root, "socket-io", progress);
    return new ObjectMapper().readTree(peer.output(List.of("node", "relay.js")));
  }
}
