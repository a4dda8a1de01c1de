package dev.moim.local.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostTest {

  private static final Path PROJECT = Path.of(System.getProperty("moim.root"));
  private static final Path FOLDER = PROJECT.resolve("infra/cost");

  private final Table budgets = Table.read(FOLDER.resolve("budget.csv"));
  private final Prices prices = Prices.read(FOLDER.resolve("prices.csv"));

  /** Two of them: create, twice register and join and leave, two descriptions, one chat each. */
  @Test
  void aCallIsTheSumOfItsOperations() {
    Usage usage = cost("--minutes", "3", "--people", "2", "--chats", "1", "--candidates", "1");

    assertThat(usage.of(Item.CONNECTION_MINUTES)).isEqualTo(6);
    // register 2*2, createRoom 2, joinRoom 2+3, leaveRoom 3+2, sdp 2*3, candidate 2*2, chat 2*3
    assertThat(usage.of(Item.MESSAGES)).isEqualTo(4 + 2 + 5 + 5 + 6 + 4 + 6);
    // connect 2, register 3+2, createRoom 3, joinRoom 6, leaveRoom 3+5, sdp 2, disconnect 4, chat 2
    assertThat(usage.of(Item.WRITES)).isEqualTo(2 + 5 + 3 + 6 + 8 + 2 + 4 + 2);
    // 17 operations; createRoom sets a timer
    assertThat(usage.of(Item.REQUESTS)).isEqualTo(17 + 1);
    assertThat(usage.of(Item.QUEUE_REQUESTS)).isEqualTo(3);
    assertThat(usage.of(Item.GB_SECONDS)).isCloseTo(18 * 0.03, within(1e-9));
  }

  @Test
  void everybodySendsToEverybody() {
    Usage two = cost("--people", "2", "--chats", "0");
    Usage twelve = cost("--people", "12", "--chats", "0");

    // 66 pairs: two descriptions of 3 messages and 20 candidates of 2 each; without them, joins and
    // leaves.
    double negotiated = 66 * (2 * 3 + 20 * 2);
    double comingAndGoing = 12 * 2 + 2 + 2 * (12 * 2 + 66);
    assertThat(twelve.of(Item.MESSAGES)).isEqualTo(negotiated + comingAndGoing);
    assertThat(two.of(Item.MESSAGES)).isLessThan(twelve.of(Item.MESSAGES) / 40);
  }

  @Test
  void pingsCostTwoMessagesAndATimer() {
    Usage plain = cost("--minutes", "30");
    Usage pinged = cost("--minutes", "30", "--pings", "300");

    assertThat(pinged.of(Item.MESSAGES) - plain.of(Item.MESSAGES)).isEqualTo(2 * 2 * 6);
    assertThat(pinged.of(Item.QUEUE_REQUESTS) - plain.of(Item.QUEUE_REQUESTS)).isEqualTo(3 * 2 * 6);
    double million = 1e6 / 12 * (prices.total(pinged) - prices.total(plain));
    assertThat(million).as("README.md says about 5 dollars").isBetween(4.5, 5.5);
  }

  /** Two people: 2 handshakes, 13 messages of theirs (see above) and what they and others hear. */
  @Test
  void theFrontDoorCostsARequestForEachSocketAndWhatGoesThrough() {
    String[] call = {"--minutes", "3", "--people", "2", "--chats", "1", "--candidates", "1"};
    Usage without = cost(call);
    Usage with =
        cost(
            Stream.concat(Arrays.stream(call), Stream.of("--front-door", "2"))
                .toArray(String[]::new));

    assertThat(without.of(Item.FRONT_DOOR_REQUESTS)).isZero();
    assertThat(with.of(Item.FRONT_DOOR_REQUESTS)).isEqualTo(2);
    assertThat(with.of(Item.FRONT_DOOR_IN)).isCloseTo(13 * 2e-6, within(1e-12));
    assertThat(with.of(Item.FRONT_DOOR_OUT))
        .isCloseTo((without.of(Item.MESSAGES) - 13) * 2e-6, within(1e-12));
    assertThat(with.of(Item.MESSAGES)).isEqualTo(without.of(Item.MESSAGES));
    assertThat(prices.total(with)).isGreaterThan(prices.total(without));
  }

  @Test
  void theBillHasItsTotalAndThePricesTheirDate() {
    String bill = CostCommand.answer(PROJECT, Question.parse(List.of("--calls=1_000_000")));
    double dollars = prices.total(cost()) * 1_000_000;

    assertThat(bill)
        .contains("1,000,000 calls a month, of 2 people and 30 minutes each")
        .contains(String.format(java.util.Locale.ROOT, "%.2f", dollars))
        .containsPattern("as of \\d{4}-\\d{2}")
        .contains("API Gateway", "Lambda", "DynamoDB", "SQS", "CloudWatch", "Secrets Manager");
  }

  @ParameterizedTest
  @CsvSource({
    "--people=17, --people needs a number from 2 to 16",
    "--people=1, not '1'",
    "--minutes=a, --minutes needs a number from 1 to 1440",
    "--calls, --calls needs a number",
    "--users=2, there is no option --users"
  })
  void whatCannotBeIsSaid(String option, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Question.parse(List.of(option)))
        .withMessageContaining(message);
  }

  private Usage cost(String... options) {
    return new CallCost(budgets, Question.parse(List.of(options))).ofOne();
  }
}
