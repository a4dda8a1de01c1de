package dev.moim.calls.burst;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What a few clients send in one breath, and what each of them means by it: after its own last
 * frame of a kind, things are as that one says. Nothing else is known about the order of frames.
 */
final class Burst {

  static final String ROOM = "r1";

  private static final int MOST = 12;

  /**
   * A frame.
   *
   * @param millis after the burst began, by the gateway's clock
   */
  record Frame(Client client, int millis, Map<String, Object> request) {}

  /** A client as it sees itself. */
  static final class Client {
    final String user;
    final boolean moves;
    final Heard heard = new Heard();
    boolean inside = true;

    /** Whether it was inside from the beginning to the end. */
    boolean stayed = true;

    /** What it said of its camera and microphone since it is inside; nothing of what it did not. */
    final Map<String, Boolean> switches = new HashMap<>();

    Client(String user, boolean moves) {
      this.user = user;
      this.moves = moves;
    }

    String connectionId() {
      return "c-" + user;
    }
  }

  final List<Frame> frames = new ArrayList<>();

  /** Chat that everybody hears who stays, in the order it was said by each. */
  final Map<Client, List<String>> said = new LinkedHashMap<>();

  /** Candidates that a client gets if both stay, as {@code sender>receiver#n}. */
  final List<String> candidates = new ArrayList<>();

  /** Whether the first client shares its screen in the end. */
  boolean sharing;

  private final List<Client> clients;
  private final Random random;
  private int millis;

  Burst(List<Client> clients, Random random) {
    this.clients = clients;
    this.random = random;
  }

  void make() {
    int size = 2 + random.nextInt(MOST - 1);
    for (int tries = 0; frames.size() < size && tries < 100; tries++) {
      // Frames of two clients may share a millisecond; a client's own do not, or they mean nothing.
      millis += 1 + random.nextInt(3);
      step(clients.get(random.nextInt(clients.size())), size - frames.size());
    }
  }

  private void step(Client client, int left) {
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> move(client);
      case 3, 4 -> toggle(client);
      case 5 -> chat(client);
      case 6, 7 -> share(client);
      default -> negotiate(client, left);
    }
  }

  @Override
  public String toString() {
    return frames.stream()
        .map(frame -> frame.millis() + " " + frame.request())
        .collect(Collectors.joining("\n"));
  }

  private void add(Client client, String eventOp, Map<String, Object> fields) {
    Map<String, Object> request = new LinkedHashMap<>(fields);
    request.put("eventOp", eventOp);
    request.put("reqId", "q" + frames.size());
    request.put("userId", client.user);
    request.put("roomId", ROOM);
    frames.add(new Frame(client, millis, request));
  }

  private void move(Client client) {
    if (!client.moves) {
      return;
    }
    add(client, client.inside ? "leaveRoom" : "joinRoom", Map.of());
    client.inside = !client.inside;
    client.stayed = false;
    client.switches.clear();
  }

  private void toggle(Client client) {
    if (client.inside) {
      String what = random.nextBoolean() ? "audio" : "video";
      boolean on = random.nextBoolean();
      add(client, "editUserInfo", Map.of(what, on));
      client.switches.put(what, on);
    }
  }

  private void chat(Client client) {
    if (client.inside) {
      String text = client.user + " " + frames.size();
      said.computeIfAbsent(client, one -> new ArrayList<>()).add(text);
      add(client, "chat", Map.of("message", text));
    }
  }

  /** Only the first one does: of two who share, the faster one would. */
  private void share(Client client) {
    if (client == clients.getFirst()) {
      sharing = !sharing;
      add(client, sharing ? "screen" : "shareStop", Map.of());
    }
  }

  /** An offer and its candidates, in the order a browser makes them. */
  private void negotiate(Client client, int left) {
    Client to = clients.get(random.nextInt(clients.size()));
    if (!client.inside || !to.inside || client == to || left < 2) {
      return;
    }
    String ufrag = "u" + frames.size();
    String origin =
        "o=- %d %d IN IP4 127.0.0.1\r\n".formatted(client.user.hashCode(), 2 + frames.size());
    String sdp = "v=0\r\n" + origin + "a=ice-ufrag:" + ufrag + "\r\n";
    add(client, "sdp", Map.of("target", to.user, "sdp", Map.of("type", "offer", "sdp", sdp)));
    for (int n = 0; n < Math.min(left - 1, 1 + random.nextInt(4)); n++) {
      millis++;
      String name = client.user + ">" + to.user + "#" + frames.size();
      Object candidate = Map.of("candidate", name, "usernameFragment", ufrag);
      add(client, "candidate", Map.of("target", to.user, "candidate", candidate));
      candidates.add(name);
    }
  }
}
