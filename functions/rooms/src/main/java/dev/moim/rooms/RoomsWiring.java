package dev.moim.rooms;

import dev.moim.rooms.http.Access;
import dev.moim.shared.aws.AwsClients;
import dev.moim.shared.aws.AwsSecrets;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.shared.media.Media;
import dev.moim.shared.media.Webhooks;
import dev.moim.shared.media.livekit.LiveKitSettings;
import dev.moim.shared.media.livekit.LiveKitWebhooks;
import dev.moim.shared.rooms.Leases;
import dev.moim.shared.rooms.MediaEvents;
import dev.moim.shared.rooms.MediaRooms;
import dev.moim.shared.rooms.RoomDirectory;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seats;
import dev.moim.shared.rooms.dynamodb.DynamoLeases;
import dev.moim.shared.rooms.dynamodb.DynamoMediaEvents;
import dev.moim.shared.rooms.dynamodb.DynamoMediaRooms;
import dev.moim.shared.rooms.dynamodb.DynamoRoomDirectory;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.shared.rooms.dynamodb.DynamoSeats;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Puts the family together: which class stands behind each port, built once per function instance.
 */
public final class RoomsWiring {

  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Clock clock;
  private final Duration grace;
  private final Rooms rooms;
  private final RoomDirectory directory;
  private final Seats seats;
  private final Leases leases;
  private final Licenses licenses;
  private final MediaRooms mediaRooms;
  private final MediaEvents mediaEvents;
  private final Supplier<Media> media;
  private final boolean hasMedia;
  private final Webhooks webhooks;
  private final Access access;

  public RoomsWiring(Settings settings) {
    this(settings, clock(), new AwsClients(settings).dynamoDb());
  }

  public static Clock clock() {
    return Clock.systemUTC();
  }

  /** With every outside party given but LiveKit, which the settings name: what tests replace. */
  public RoomsWiring(Settings settings, Clock clock, DynamoDbClient dynamo) {
    this.clock = clock;
    grace = settings.seconds("RECONNECT_GRACE_SECONDS", GRACE);
    String table = settings.require("ROOMS_TABLE");
    rooms = new DynamoRooms(dynamo, table, clock);
    directory = new DynamoRoomDirectory(dynamo, table);
    seats = new DynamoSeats(dynamo, table);
    leases = new DynamoLeases(dynamo, table);
    mediaRooms = new DynamoMediaRooms(dynamo, table, clock);
    mediaEvents = new DynamoMediaEvents(dynamo, table, clock);
    licenses =
        new DynamoLicenses(
            dynamo, settings.require("LICENSES_TABLE"), RateLimits.from(settings), clock);
    AwsSecrets secrets = new AwsSecrets(settings, new AwsClients(settings)::secrets, clock);
    Optional<LiveKitSettings> livekit =
        LiveKitSettings.from(settings, secrets.find("LIVEKIT_API_SECRET", "LIVEKIT_SECRET_ARN"));
    media = LiveKitSettings.media(livekit, clock);
    hasMedia = livekit.isPresent();
    webhooks =
        livekit
            .<Webhooks>map(there -> new LiveKitWebhooks(there, clock))
            .orElse((body, authorization) -> Optional.empty());
    access = access(settings, secrets);
  }

  private Access access(Settings settings, AwsSecrets secrets) {
    Supplier<String> secret =
        secrets
            .find("TOKEN_SECRET", "TOKEN_SECRET_ARN")
            .orElse(() -> {
              throw new IllegalStateException("setting TOKEN_SECRET is not set");
            });
    boolean documented = settings.require("ACCESS").equals("documented");
    return new Access(
        new LicenseTokens(secret, clock),
        documented ? settings.find("DEFAULT_LICENSE") : Optional.empty());
  }

  public Access access() {
    return access;
  }

  public Webhooks webhooks() {
    return webhooks;
  }

  /** Whether this deployment has group media at all; a server that is down is another matter. */
  public boolean hasMedia() {
    return hasMedia;
  }

  public Supplier<Media> media() {
    return media;
  }

  public CreateRoom createRoom() {
    return new CreateRoom(licenses, mediaRooms, media, clock);
  }

  public IssueToken issueToken() {
    return new IssueToken(finder(), seats, leases, media, clock, grace);
  }

  public ReadRooms readRooms() {
    return new ReadRooms(finder(), directory);
  }

  public DeleteRoom deleteRoom() {
    return new DeleteRoom(finder(), closeRoom(), media);
  }

  public ApplyMediaEvent applyMediaEvent() {
    return new ApplyMediaEvent(
        mediaEvents, mediaRooms, rooms, seats, seatParticipant(), freeSeats(), closeRoom());
  }

  public ReconcileRooms reconcileRooms() {
    RepairRoom repair =
        new RepairRoom(mediaRooms, seatParticipant(), freeSeats(), closeRoom(), clock);
    return new ReconcileRooms(licenses, directory, rooms, repair, clock);
  }

  /** Loads what the first request would, by looking for something that is not there. */
  public void prime() {
    rooms.find(new RoomKey("-", "-"));
  }

  /** For functions that call LiveKit: loads its client, and reads no secret into the snapshot. */
  public void primeMedia() {
    prime();
    media.get().server();
  }

  private RoomFinder finder() {
    return new RoomFinder(rooms, mediaRooms);
  }

  private CloseRoom closeRoom() {
    return new CloseRoom(rooms, licenses);
  }

  private FreeSeats freeSeats() {
    return new FreeSeats(rooms, leases, clock);
  }

  private SeatParticipant seatParticipant() {
    return new SeatParticipant(leases, seats, media, clock, grace);
  }
}
