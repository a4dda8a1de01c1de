package dev.moim.rooms;

import dev.moim.rooms.http.Access;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.groups.dynamodb.DynamoGroups;
import dev.moim.shared.groups.dynamodb.DynamoOpenCalls;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.licenses.EachLicense;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.shared.media.Media;
import dev.moim.shared.media.Webhooks;
import dev.moim.shared.media.livekit.LiveKit;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.shared.rooms.Leases;
import dev.moim.shared.rooms.MediaEvents;
import dev.moim.shared.rooms.MediaRooms;
import dev.moim.shared.rooms.RoomDirectory;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seats;
import dev.moim.shared.rooms.dynamodb.DynamoEmptyRooms;
import dev.moim.shared.rooms.dynamodb.DynamoLeases;
import dev.moim.shared.rooms.dynamodb.DynamoMediaEvents;
import dev.moim.shared.rooms.dynamodb.DynamoMediaRooms;
import dev.moim.shared.rooms.dynamodb.DynamoRoomDirectory;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.shared.rooms.dynamodb.DynamoSeats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Puts the family together: which class stands behind each port, built once per function instance.
 */
public final class RoomsWiring {

  private static final Duration EMPTY_ROOM_LIFE = Duration.ofDays(1);

  private final Deployment deployment;
  private final LiveKit livekit;
  private final Rooms rooms;
  private final RoomDirectory directory;
  private final Seats seats;
  private final Leases leases;
  private final Licenses licenses;
  private final MediaRooms mediaRooms;
  private final MediaEvents mediaEvents;

  public RoomsWiring(Deployment deployment) {
    this.deployment = deployment;
    livekit = LiveKit.of(deployment);
    Settings settings = deployment.settings();
    DynamoDbClient dynamo = deployment.dynamo();
    Clock clock = deployment.clock();
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
  }

  public Access access() {
    Settings settings = deployment.settings();
    boolean documented = settings.require("ACCESS").equals("documented");
    return new Access(
        new LicenseTokens(deployment.tokenSecret(), deployment.clock()),
        new UserTokens(deployment.tokenSecret(), deployment.clock()),
        settings.find("DEFAULT_LICENSE"),
        documented);
  }

  public Webhooks webhooks() {
    return livekit.webhooks();
  }

  /** Whether this deployment has group media at all; a server that is down is another matter. */
  public boolean hasMedia() {
    return livekit.isDeployed();
  }

  public Supplier<Media> media() {
    return livekit.media();
  }

  public CreateRoom createRoom() {
    return new CreateRoom(licenses, mediaRooms, media(), deployment.clock());
  }

  public IssueToken issueToken() {
    return new IssueToken(
        licenses, finder(), takeSeat(), seats, leases, media(), deployment.clock());
  }

  public ReadRooms readRooms() {
    return new ReadRooms(finder(), directory);
  }

  public DeleteRoom deleteRoom() {
    return new DeleteRoom(finder(), closeRoom(), media(), this::lostBefore);
  }

  public ApplyMediaEvent applyMediaEvent() {
    return new ApplyMediaEvent(
        mediaEvents, mediaRooms, seatParticipant(), freeSeats(), closeRoom(), guardStudyRoom());
  }

  private GuardStudyRoom guardStudyRoom() {
    Settings settings = deployment.settings();
    DynamoDbClient dynamo = deployment.dynamo();
    return new GuardStudyRoom(
        new DynamoGroups(dynamo, settings.require("GROUPS_TABLE")),
        new DynamoOpenCalls(dynamo, settings.require("STUDY_CALLS_TABLE")),
        media());
  }

  public ReconcileRooms reconcileRooms() {
    RepairRoom repair =
        new RepairRoom(mediaRooms, seatParticipant(), freeSeats(), closeRoom(), deployment.clock());
    return new ReconcileRooms(
        new EachLicense(licenses), directory, rooms, repair, deployment.clock());
  }

  public ExpireRooms expireRooms() {
    Settings settings = deployment.settings();
    return new ExpireRooms(
        new EachLicense(licenses),
        licenses,
        rooms,
        directory,
        new DynamoEmptyRooms(deployment.dynamo(), settings.require("ROOMS_TABLE")),
        settings.seconds("EMPTY_ROOM_SECONDS", EMPTY_ROOM_LIFE),
        deployment.clock());
  }

  /** Loads what the first request would, by looking for something that is not there. */
  public void prime() {
    rooms.find(new RoomKey("-", "-"));
  }

  /** For functions that call LiveKit: loads its client, and reads no secret into the snapshot. */
  public void primeMedia() {
    prime();
    livekit.prime();
  }

  private RoomFinder finder() {
    return new RoomFinder(rooms, mediaRooms);
  }

  private CloseRoom closeRoom() {
    return new CloseRoom(rooms, licenses);
  }

  private FreeSeats freeSeats() {
    return new FreeSeats(rooms, seats, leases, tellMembers(), deployment.clock());
  }

  private SeatParticipant seatParticipant() {
    return new SeatParticipant(leases, takeSeat(), tellMembers(), media());
  }

  private TakeSeat takeSeat() {
    return new TakeSeat(seats, tellMembers(), this::lostBefore);
  }

  private TellMembers tellMembers() {
    return new TellMembers(deployment::timers);
  }

  /** Whose socket was lost before this may lose its seat in a full room. */
  private Instant lostBefore() {
    return deployment.clock().instant().minus(deployment.reconnectGrace());
  }
}
