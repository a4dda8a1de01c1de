package dev.moim.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.moim.rooms.RoomsApi.Answer;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Seats are exact, and cost what the access pattern table says. */
class SeatLeaseTest extends RoomsFixture {

  @Test
  void twentyOfTwoHundredParallelRequestsGetATokenAndEverySeatComesBack() throws Exception {
    String roomId = api.post("/api/room/create", "{\"userName\":\"host\"}").text("roomId");
    clock.advance(Duration.ofMinutes(3)); // the host never came

    List<Answer> answers = joinAtOnce(roomId, "u", 200);
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(20);
    assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(180);
    assertThat(room(roomId).seats()).hasSize(20);

    clock.advance(Duration.ofMinutes(3));
    answers = joinAtOnce(roomId, "v", 40);
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(20);
    assertThat(room(roomId).seats().keySet()).allMatch(user -> user.startsWith("v"));
  }

  @Test
  void creatingARoomCostsTwoRequestsAndOneCallToLiveKit() {
    DYNAMO.counter().reset();

    api.create("ann");

    assertThat(DYNAMO.counter().byOperation())
        .isEqualTo(Map.of("UpdateItem", 1, "TransactWriteItems", 1));
    assertThat(livekit.faults().requests()).containsExactly("CreateRoom");
    assertThat(DYNAMO.counter().writeUnits()).isLessThanOrEqualTo(13);
  }

  @Test
  void aTokenCostsItsSeatAndALookAtTheLicenseAndNoCallToLiveKit() {
    String roomId = api.create("ann").text("roomId");
    livekit.faults().reset();
    DYNAMO.counter().reset();

    api.join(roomId, "bob");
    Map<String, Integer> usual = Map.of("GetItem", 1, "UpdateItem", 1);
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(usual);
    assertThat(DYNAMO.counter().writeUnits()).isEqualTo(1);
    assertThat(DYNAMO.counter().readUnits()).isEqualTo(1);
    DYNAMO.counter().reset();

    api.join(roomId, "bob");
    assertThat(DYNAMO.counter().byOperation()).as("again").isEqualTo(usual);
    DYNAMO.counter().reset();

    api.join(livekit.rooms().getFirst().getSid(), "bob");
    assertThat(DYNAMO.counter().byOperation())
        .as("by sid")
        .isEqualTo(Map.of("GetItem", 2, "UpdateItem", 1));
    assertThat(livekit.faults().requests()).isEmpty();
  }

  @Test
  void aListOfAHundredRoomsAndOneRoomCostOneRequestEach() {
    String roomId = "";
    for (int i = 0; i < 100; i++) {
      roomId = api.create("u" + i).text("roomId");
    }
    DYNAMO.counter().reset();

    assertThat(api.list(Map.of()).body()).containsEntry("total", 100);
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(Map.of("Query", 1));
    assertThat(DYNAMO.counter().readUnits()).isLessThanOrEqualTo(1.5);
    DYNAMO.counter().reset();

    api.room("GET", roomId);
    assertThat(DYNAMO.counter().byOperation()).isEqualTo(Map.of("GetItem", 1));
  }

  @Test
  void aSeatShowsWhoAskedForItsToken() {
    String roomId = api.create("ann").text("roomId");
    assertThat(room(roomId).seats().get("ann").viewer()).isEqualTo(Viewer.UNKNOWN);

    APIGatewayV2HTTPEvent event =
        RoomsApi.event("{\"roomId\":\"" + roomId + "\",\"userName\":\"bob\"}");
    event.setHeaders(
        Map.of("user-agent", "curl/8.5.0", "cloudfront-viewer-country-name", "South Korea"));
    api.call("POST /api/token", event);

    assertThat(room(roomId).seats().get("bob").viewer())
        .isEqualTo(new Viewer("curl 8.5.0", "South Korea"));
  }

  @Test
  void aLeaseAboutToEndIsProlonged() {
    String roomId = api.create("ann").text("roomId");
    clock.advance(Duration.ofSeconds(100));
    api.join(roomId, "ann");
    clock.advance(Duration.ofSeconds(100));
    api.join(roomId, "bob");

    assertThat(api.join(roomId, "cat").status()).isEqualTo(409);
    assertThat(room(roomId).seats()).containsOnlyKeys("ann", "bob");
  }

  private List<Answer> joinAtOnce(String roomId, String prefix, int users) throws Exception {
    List<Callable<Answer>> joins =
        IntStream.range(0, users)
            .mapToObj(i -> (Callable<Answer>) () -> api.join(roomId, prefix + i))
            .toList();
    List<Answer> answers = new ArrayList<>();
    try (var executor = Executors.newFixedThreadPool(64)) {
      for (Future<Answer> done : executor.invokeAll(joins)) {
        answers.add(done.get());
      }
    }
    return answers;
  }

  private Room room(String roomId) {
    return new DynamoRooms(DYNAMO.client(), DYNAMO.table("RoomsTable"), clock)
        .findNow(api.license.room(roomId))
        .orElseThrow();
  }
}
