package dev.moim.rooms;

import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import dev.moim.testkit.livekit.FakeLiveKit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The family on empty tables and a fake LiveKit, for each test anew. */
abstract class RoomsFixture {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO =
      DynamoDbExtension.tables(
          "RoomsTable", "LicensesTable", "GroupsTable", "StudyCallsTable", "HandshakesTable");

  /** In the future of any real clock: DynamoDB Local deletes what has expired by the real one. */
  final TestClock clock = TestClock.at("2100-12-30T16:22:11.876Z");

  final FakeLiveKit livekit = FakeLiveKit.start(clock);
  RoomsApi api;

  @BeforeEach
  void start() {
    api = new RoomsApi(DYNAMO, clock, livekit.url(), Map.of());
  }

  /** Also those that were delivered before, as LiveKit does when it got no answer. */
  void deliverAll() {
    livekit.webhooks().forEach(api::webhook);
  }

  @AfterEach
  void stop() {
    livekit.close();
  }
}
