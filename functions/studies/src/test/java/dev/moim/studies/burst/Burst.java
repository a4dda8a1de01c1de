package dev.moim.studies.burst;

import dev.moim.shared.wire.json.Json;
import dev.moim.studies.SocketWorld;
import dev.moim.studies.call.MediaState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a few clients send in one breath, and what each of them means by it: after its own last
 * frame of a kind, things are as that one says. Nothing else is known about the order of frames.
 */
final class Burst {

  /**
   * A frame.
   *
   * @param millis after the burst began, by the gateway's clock
   */
  record Frame(Client client, int millis, String text) {}

  /** A client as it sees itself. */
  static final class Client {
    final String user;
    final String connectionId;
    final String socketId;
    final Heard heard = new Heard();
    final Set<MediaState> on = EnumSet.noneOf(MediaState.class);
    boolean inside;
    boolean online;

    /** Whether it was inside, and online, from the beginning to the end. */
    boolean stayed;

    boolean stayedOnline;

    Client(String user, String connectionId, String socketId) {
      this.user = user;
      this.connectionId = connectionId;
      this.socketId = socketId;
    }
  }

  private static final int MOST = 12;

  final List<Frame> frames = new ArrayList<>();

  /** Chat that everybody hears who stays. */
  final List<String> said = new ArrayList<>();

  /** Candidates that a client gets if both stay, as {@code sender>receiver#n}. */
  final Set<String> candidates = new HashSet<>();

  private final List<Client> clients;
  private final Random random;
  private int millis;

  Burst(List<Client> clients, Random random) {
    this.clients = clients;
    this.random = random;
    clients.forEach(client -> {
      client.stayed = client.inside;
      client.stayedOnline = client.online;
    });
  }

  /**
   * @param moving the clients that come and go; the others only talk
   */
  void make(Set<Client> moving) {
    int size = 2 + random.nextInt(MOST - 1);
    while (frames.size() < size) {
      // Frames of two clients may share a millisecond; a client's own do not, or they mean nothing.
      millis += 1 + random.nextInt(3);
      Client client = clients.get(random.nextInt(clients.size()));
      step(client, moving.contains(client), size - frames.size());
    }
  }

  private void step(Client client, boolean moves, int left) {
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> {
        if (moves) {
          move(client);
        }
      }
      case 3, 4 -> toggle(client);
      case 5 -> chat(client);
      case 6 -> speak(client);
      case 7 -> presence(client);
      default -> negotiate(client, left);
    }
  }

  @Override
  public String toString() {
    return frames.stream()
        .map(frame -> frame.millis() + " " + frame.client().user + " " + frame.text())
        .collect(Collectors.joining("\n"));
  }

  private void add(Client client, String event, Map<String, Object> fields) {
    frames.add(new Frame(client, millis, "42" + Json.write(List.of(event, fields))));
  }

  /** Comes, or goes. */
  void step(Client client) {
    millis += 1 + random.nextInt(3);
    move(client);
  }

  private void move(Client client) {
    if (client.inside) {
      add(client, "video:leave-room", Map.of("roomId", SocketWorld.ROOM));
      client.on.clear();
    } else {
      add(
          client,
          "video:join-room",
          Map.of("studyId", SocketWorld.STUDY, "roomId", SocketWorld.ROOM));
    }
    client.inside = !client.inside;
    client.stayed = false;
  }

  private void toggle(Client client) {
    if (!client.inside) {
      return;
    }
    MediaState state = MediaState.values()[random.nextInt(MediaState.values().length)];
    boolean on = random.nextBoolean();
    Map<String, Object> room = Map.of("roomId", SocketWorld.ROOM);
    switch (state) {
      case AUDIO_MUTED ->
          add(client, "video:toggle-audio", Map.of("roomId", SocketWorld.ROOM, "isMuted", on));
      case VIDEO_OFF ->
          add(client, "video:toggle-video", Map.of("roomId", SocketWorld.ROOM, "isVideoOff", on));
      case SCREEN_SHARED -> add(client, "video:screen-share-" + (on ? "start" : "stop"), room);
    }
    if (on) {
      client.on.add(state);
    } else {
      client.on.remove(state);
    }
  }

  private void chat(Client client) {
    if (client.inside) {
      String text = client.user + " " + frames.size();
      said.add(text);
      add(client, "chat:video-message", Map.of("roomId", SocketWorld.ROOM, "message", text));
    }
  }

  private void speak(Client client) {
    if (client.inside) {
      add(
          client,
          "video:speaking",
          Map.of("roomId", SocketWorld.ROOM, "speaking", random.nextBoolean()));
    }
  }

  private void presence(Client client) {
    String event = client.online ? "presence:leave-study" : "presence:join-study";
    add(client, event, Map.of("studyId", SocketWorld.STUDY));
    client.online = !client.online;
    client.stayedOnline = false;
  }

  /** An offer and its candidates, in the order a browser makes them. */
  private void negotiate(Client client, int left) {
    Client to = clients.get(random.nextInt(clients.size()));
    if (!client.inside || !to.inside || client == to || left < 2) {
      return;
    }
    String ufrag = "u" + frames.size();
    String sdp =
        "v=0\r\no=- "
            + client.user.hashCode()
            + " "
            + (2 + frames.size())
            + " IN IP4 127.0.0.1\r\na=ice-ufrag:"
            + ufrag
            + "\r\n";
    add(
        client,
        "video:offer",
        Map.of("to", to.socketId, "offer", Map.of("type", "offer", "sdp", sdp)));
    for (int n = 0; n < Math.min(left - 1, 1 + random.nextInt(4)); n++) {
      millis++;
      String name = client.user + ">" + to.user + "#" + frames.size();
      add(
          client,
          "video:ice-candidate",
          Map.of(
              "to",
              to.socketId,
              "candidate",
              Map.of("candidate", name, "usernameFragment", ufrag)));
      candidates.add(name);
    }
  }
}
