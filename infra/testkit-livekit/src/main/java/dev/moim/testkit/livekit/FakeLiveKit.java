package dev.moim.testkit.livekit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.Room;
import livekit.LivekitWebhook.WebhookEvent;

/**
 * A LiveKit server without media: its room API as the SDK speaks it (Twirp, protobuf over HTTP, a
 * verified token with the right grant), rooms and participants in memory, and its webhooks, which
 * wait until the test asks for them.
 *
 * <pre>{@code
 * try (FakeLiveKit livekit = FakeLiveKit.start(clock)) {
 *   livekit.faults().status("CreateRoom", 503);
 *   ParticipantInfo ann = livekit.connect(token);
 *   SignedWebhook joined = livekit.webhooks().getLast();
 * }
 * }</pre>
 */
public final class FakeLiveKit implements AutoCloseable {

  public static final String KEY = "fakekey";
  public static final String SECRET = "the secret of a LiveKit that is a fake";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final FakeFaults faults = new FakeFaults();
  private final FakeRooms rooms;
  private final Tokens tokens;
  private final List<WebhookEvent> events = new CopyOnWriteArrayList<>();

  private FakeLiveKit(HttpServer server, Clock clock) {
    this.server = server;
    tokens = new Tokens(clock);
    rooms = new FakeRooms(clock, events::add);
    server.setExecutor(threads);
    server.createContext("/twirp/livekit.RoomService/", new TwirpApi(rooms, tokens, faults));
    server.start();
  }

  /**
   * @param clock what the server's tokens and times are judged and made by
   */
  public static FakeLiveKit start(Clock clock) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return new FakeLiveKit(HttpServer.create(address, 0), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "ws://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * What a deployment keeps as {@code LIVEKIT_SECRET}.
   *
   * @param url where it believes a fake to be
   */
  public static String secret(String url) {
    return "{\"url\":\"%s\",\"apiKey\":\"%s\",\"apiSecret\":\"%s\"}".formatted(url, KEY, SECRET);
  }

  /** What goes wrong, and which requests arrived. */
  public FakeFaults faults() {
    return faults;
  }

  /**
   * Joins as a client with this token does: the room is made if it is not there, and an earlier
   * participant of the same identity is thrown out.
   *
   * @throws IllegalArgumentException if the token lets nobody in
   */
  public ParticipantInfo connect(String token) {
    return rooms.join(tokens.joining(token));
  }

  public void disconnect(ParticipantInfo participant) {
    rooms.leave(participant.getSid());
  }

  /** Ends rooms nobody is in, as the real server does some time after the last one left. */
  public void closeEmptyRooms() {
    rooms.closeEmpty();
  }

  /** Forgets everything and sends nothing about it, as a server does that restarts. */
  public void restart() {
    rooms.clear();
  }

  public List<Room> rooms() {
    return rooms.all();
  }

  public List<ParticipantInfo> participants(String room) {
    return rooms.participants(room);
  }

  /** Everything that has happened so far, in order, each signed anew. */
  public List<SignedWebhook> webhooks() {
    return events.stream().map(this::sign).toList();
  }

  public SignedWebhook sign(WebhookEvent event) {
    return SignedWebhook.of(event, KEY, SECRET, tokens.now());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
