package dev.moim.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.Seat;
import dev.moim.shared.rooms.SeatConnection;
import dev.moim.shared.rooms.dynamodb.DynamoSeats;
import dev.moim.template.dynamodb.DynamoDbLocal;
import dev.moim.template.dynamodb.TableCreator;
import dev.moim.testkit.RootTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicenseCommandTest {

  @TempDir Path project;

  private DynamoDbLocal database;

  @BeforeEach
  void start() throws Exception {
    database = DynamoDbLocal.inMemory();
    new TableCreator(database.client())
        .create(RootTemplate.load().table("LicensesTable"), "LicensesTable");
    new TableCreator(database.client())
        .create(RootTemplate.load().table("RoomsTable"), "RoomsTable");
    Path home = Files.createDirectory(project.resolve(".moim"));
    Files.writeString(home.resolve(LicenseTable.DATABASE), database.endpoint().toString());
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void makesALicenseAndShowsItsKeysOnce() {
    var made = Json.parse(run("create", "--domain", "acme", "--room-limit", "7")).orElseThrow();

    assertThat(made.path("authKey").asText()).hasSize(43);
    assertThat(made.path("cpCode").asText()).isEqualTo("KP-" + made.path("accessKey").asText());
    String shown = run("show", made.path("accessKey").asText());
    assertThat(Json.parse(shown).orElseThrow().path("roomLimit").asInt()).isEqualTo(7);
    assertThat(shown).doesNotContain("Key\" : \"" + made.path("authKey").asText(), "Hash");
    assertThat(run("list")).contains("\"acme\"").doesNotContain("authKey");
  }

  @Test
  void rotatesKeysAndSaysHowLongTheOldOnesAreGood() {
    String id = create();
    var rotated = Json.parse(run("rotate", id, "--key", "auth", "--overlap", "7d")).orElseThrow();

    assertThat(rotated.path("authKey").asText()).hasSize(43);
    assertThat(rotated.has("secretKey")).isFalse();
    var shown = Json.parse(run("show", id)).orElseThrow();
    assertThat(Instant.parse(shown.path("oldAuthKeyUntil").asText()))
        .isCloseTo(Instant.now().plus(7, ChronoUnit.DAYS), within(1, ChronoUnit.MINUTES));
    assertThat(shown.has("oldSecretKeyUntil")).isFalse();
    assertThat(shown.has("authKey")).as("shown once").isFalse();

    var both = Json.parse(run("rotate", id, "--overlap", "0")).orElseThrow();
    assertThat(both.path("secretKey").asText()).hasSize(43);
    assertThat(both.has("oldAuthKeyUntil")).as("no overlap").isFalse();
  }

  @Test
  void disablesAndEnables() {
    String id = create();
    assertThat(Json.parse(run("disable", id)).orElseThrow().path("enabled").asBoolean()).isFalse();
    assertThat(run("list")).contains("\"enabled\":false");
    assertThat(Json.parse(run("enable", id)).orElseThrow().path("enabled").asBoolean()).isTrue();
  }

  @Test
  void listsRoomsAndEndsOneThatNobodyIsIn() {
    String id = create();
    LicenseTable table = LicenseTable.of(project, LicenseWords.of(List.of("list")));
    assertThat(run("rooms", id)).isEmpty();
    for (String roomId : List.of("meeting", "abandoned")) {
      Room room = Room.opened(new RoomKey(id, roomId), 1_000).title("제목").capacity(2).build();
      table.licenses().openRoom(room.life());
      table.rooms().create(room);
    }
    new DynamoSeats(database.client(), "RoomsTable")
        .join(
            new RoomKey(id, "meeting"),
            new Seat(
                "ann",
                SeatConnection.socket("c1", Viewer.UNKNOWN, "j"),
                "Ann",
                2_000,
                "",
                Seat.newcomer()),
            Instant.EPOCH);

    assertThat(run("rooms", id)).hasLineCount(2).contains("abandoned", "\"members\":1", "제목");
    assertThatThrownBy(() -> run("rooms", id, "--delete", "meeting"))
        .hasMessageContaining("Somebody is in meeting");
    assertThatThrownBy(() -> run("rooms", id, "--delete", "none"))
        .hasMessageContaining("no room none");
    assertThat(run("rooms", id, "--delete", "abandoned")).contains("abandoned");
    assertThat(run("rooms", id)).hasLineCount(1).contains("meeting");
    assertThat(Json.parse(run("show", id)).orElseThrow().path("openRooms").asInt()).isEqualTo(1);
  }

  private String create() {
    return Json.parse(run("create", "--domain", "acme")).orElseThrow().path("accessKey").asText();
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> run("create")).hasMessageContaining("--domain");
    assertThatThrownBy(() -> run("create", "--domain", "a", "--room-limit", "301"))
        .hasMessageContaining("300");
    assertThatThrownBy(() -> run("create", "--limit", "3")).hasMessageContaining("--limit");
    assertThatThrownBy(() -> run("show")).hasMessageContaining("ID");
    assertThatThrownBy(() -> run("show", "none")).hasMessageContaining("no license none");
    assertThatThrownBy(() -> run("sell")).hasMessageContaining("sell");
    assertThatThrownBy(() -> run("list", "--domain", "acme")).hasMessageContaining("--domain");
    assertThatThrownBy(() -> run("rotate", "x", "--overlap", "31d"))
        .hasMessageContaining("30 days");
    assertThatThrownBy(() -> run("rotate", "x", "--overlap", "1w")).hasMessageContaining("24h");
    assertThatThrownBy(() -> run("rotate", "x", "--key", "x")).hasMessageContaining("secret");
    for (String command : List.of("rotate", "disable", "enable")) {
      assertThatThrownBy(() -> run(command)).hasMessageContaining("ID");
      assertThatThrownBy(() -> run(command, "none")).hasMessageContaining("no license none");
    }
  }

  private String run(String... words) {
    return LicenseCommand.run(project, List.of(words));
  }
}
