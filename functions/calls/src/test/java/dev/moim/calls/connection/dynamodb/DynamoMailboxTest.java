package dev.moim.calls.connection.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.calls.connection.Mailbox.Kept;
import dev.moim.calls.connection.Owner;
import dev.moim.shared.sockets.Letter;
import dev.moim.testkit.DynamoDbExtension;
import dev.moim.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoMailboxTest {

  @RegisterExtension
  static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("MailboxTable");

  private static final Owner ANN = new Owner("tenant", "ann");

  /** In the future of any real clock: DynamoDB Local deletes what has expired by the real one. */
  private final TestClock clock = TestClock.at("2100-01-01T00:00:00Z");

  private final DynamoMailbox mailbox =
      new DynamoMailbox(DYNAMO.client(), DYNAMO.table("MailboxTable"), clock);

  private void put(String payload) {
    mailbox.put(ANN, new Letter(payload, clock.instant()));
    clock.advance(Duration.ofMillis(1));
  }

  private List<String> all() {
    List<String> read = new ArrayList<>();
    for (List<Kept> page = mailbox.oldest(ANN); !page.isEmpty(); page = mailbox.oldest(ANN)) {
      page.forEach(letter -> read.add(letter.payload()));
      mailbox.remove(ANN, page);
    }
    return read;
  }

  @Test
  void anyNumberOfExpiredLettersHidesNoneThatHasNot() {
    for (int i = 0; i < 120; i++) {
      put("expired " + i);
    }
    clock.advance(Duration.ofHours(3));
    put("new");
    DYNAMO.counter().reset();

    assertThat(mailbox.oldest(ANN)).extracting(Kept::payload).containsExactly("new");
    assertThat(DYNAMO.counter().requests()).isEqualTo(1);
  }

  @Test
  void lettersAreReadInTheOrderOfWhatTheyTell() {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      put("letter " + i);
      told.add("letter " + i);
    }
    mailbox.put(new Owner("tenant", "anna"), new Letter("somebody else's", clock.instant()));

    assertThat(all()).isEqualTo(told);
  }
}
