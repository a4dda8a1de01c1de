package dev.moim.shared.media.livekit;

import com.google.protobuf.UnknownFieldSet;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.media.MediaRoomName;
import dev.moim.shared.media.MediaServer;
import dev.moim.shared.rooms.MediaRoom;
import dev.moim.shared.rooms.MediaSource;
import dev.moim.shared.rooms.Participant;
import io.livekit.server.RoomService;
import io.livekit.server.RoomServiceClient;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import livekit.LivekitModels;
import livekit.LivekitModels.ParticipantPermission;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitRoom.RoomParticipantIdentity;

/** LiveKit through its SDK. */
final class LiveKitMediaServer implements MediaServer {

  /**
   * {@code RoomParticipantIdentity.revoke_token_ts}, seconds: in LiveKit's protocol since 2026, not
   * yet in the SDK. A server that does not know it ignores it.
   */
  private static final int REVOKE_TOKENS_UNTIL = 3;

  private final RoomServices services;
  private final Supplier<LiveKitSettings> settings;
  private final LiveKitTokens tokens;
  private final Clock clock;

  private LiveKitMediaServer(Supplier<LiveKitSettings> settings, Clock clock) {
    this.services = new RoomServices();
    this.settings = settings;
    this.tokens = new LiveKitTokens(settings, clock);
    this.clock = clock;
  }

  /** Loads what requests need; neither asks the server nor reads the secret yet. */
  static LiveKitMediaServer connect(Supplier<LiveKitSettings> settings, Clock clock) {
    return new LiveKitMediaServer(settings, clock);
  }

  /** The SDK keeps the secret it is given; a new client, which costs nothing, has the latest. */
  private RoomServiceClient client() {
    LiveKitSettings livekit = settings.get();
    return new RoomServiceClient(
        services.at(livekit.apiUrl()), livekit.apiKey(), livekit.apiSecret());
  }

  @Override
  public MediaRoom create(RoomKey key, int capacity, String metadata) {
    var call =
        client().createRoom(textOf(key), (int) EMPTY_TIMEOUT.toSeconds(), capacity, null, metadata);
    LivekitModels.Room room = TwirpCall.answer(call);
    return read(key, room);
  }

  @Override
  public List<MediaRoom> rooms() {
    return TwirpCall.answer(client().listRooms()).stream()
        .flatMap(
            room -> new MediaRoomName(room.getName()).key().map(key -> read(key, room)).stream())
        .toList();
  }

  @Override
  public void delete(RoomKey room) {
    TwirpCall.answerUnlessGone(client().deleteRoom(textOf(room)));
  }

  @Override
  public List<Participant> participants(MediaRoomName name) {
    return TwirpCall.answerUnlessGone(client().listParticipants(name.text())).stream()
        .flatMap(List::stream)
        .filter(LiveKitMediaServer::isUser)
        .map(LiveKitMediaServer::read)
        .toList();
  }

  @Override
  public void permit(RoomKey room, String identity, Set<MediaSource> sources) {
    ParticipantPermission.Builder permission =
        ParticipantPermission.newBuilder()
            .setCanSubscribe(true)
            .setCanPublishData(true)
            .setCanPublish(!sources.isEmpty());
    if (sources.size() < MediaSource.values().length) {
      sources.forEach(source -> permission.addAllCanPublishSources(tracksOf(source)));
    }
    var call = client().updateParticipant(textOf(room), identity, null, null, permission.build());
    TwirpCall.answerUnlessGone(call);
  }

  @Override
  public void remove(MediaRoomName room, String identity) {
    long now = clock.instant().getEpochSecond();
    var revocation = UnknownFieldSet.Field.newBuilder().addVarint(now).build();
    var who =
        RoomParticipantIdentity.newBuilder()
            .setRoom(room.text())
            .setIdentity(identity)
            .setUnknownFields(
                UnknownFieldSet.newBuilder().addField(REVOKE_TOKENS_UNTIL, revocation).build())
            .build();
    String authorization = "Bearer " + tokens.administering(room);
    RoomService service = services.at(settings.get().apiUrl());
    TwirpCall.answerUnlessGone(service.removeParticipant(who, authorization));
  }

  /** The sound of a shared screen is a track of its own. */
  private static List<TrackSource> tracksOf(MediaSource source) {
    return switch (source) {
      case MICROPHONE -> List.of(TrackSource.MICROPHONE);
      case CAMERA -> List.of(TrackSource.CAMERA);
      case SCREEN -> List.of(TrackSource.SCREEN_SHARE, TrackSource.SCREEN_SHARE_AUDIO);
    };
  }

  private static String textOf(RoomKey room) {
    return MediaRoomName.of(room).text();
  }

  private static MediaRoom read(RoomKey key, LivekitModels.Room room) {
    return new MediaRoom(
        key,
        room.getSid(),
        millis(room.getCreationTimeMs(), room.getCreationTime()),
        room.getMaxParticipants());
  }

  private static Participant read(LivekitModels.ParticipantInfo participant) {
    return new Participant(
        participant.getSid(),
        millis(participant.getJoinedAtMs(), participant.getJoinedAt()),
        participant.getIdentity());
  }

  private static boolean isUser(LivekitModels.ParticipantInfo participant) {
    return switch (participant.getKind()) {
      case EGRESS, AGENT -> false;
      default -> true;
    };
  }

  /** Older servers know seconds only. */
  private static long millis(long millis, long seconds) {
    return millis > 0 ? millis : seconds * 1_000;
  }
}
