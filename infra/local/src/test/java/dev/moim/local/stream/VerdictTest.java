package dev.moim.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.local.Json;
import dev.moim.local.function.Outcome;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

  private static final Batch BATCH =
      Batch.of(Stream.of("11", "12", "13").map(VerdictTest::entry).toList());

  /** The first that failed counts; what names none of the batch counts as all of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"batchItemFailures\":[]}                                                     | 3",
        "{\"batchItemFailures\":null}                                                   | 3",
        "{}                                                                             | 3",
        "null                                                                           | 3",
        "no json                                                                        | 3",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"12\"}]}                          | 1",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"13\"},{\"itemIdentifier\":\"12\"}]} | 1",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"11\"}]}                          | 0",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"99\"}]}                          | 0",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}                            | 0",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}                            | 0",
        "{\"batchItemFailures\":[{\"id\":\"12\"}]}                                      | 0"
      })
  void answersSayUpToWhereABatchIsHandled(String answer, int handled) {
    assertThat(Verdict.of(new Outcome.Answer(answer), BATCH, true))
        .isEqualTo(new Verdict.Handled(handled));
  }

  @Test
  void answersOfWhoDoesNotReportSayNothing() {
    String answer = "{\"batchItemFailures\":[{\"itemIdentifier\":\"12\"}]}";
    assertThat(Verdict.of(new Outcome.Answer(answer), BATCH, false))
        .isEqualTo(new Verdict.Handled(3));
  }

  /** Who was not called has not failed: that costs no retry. */
  @Test
  void refusalsAreNoFailures() {
    assertThat(of("TooManyRequestsException")).isEqualTo(new Verdict.Refused());
    assertThat(of("Stopped")).isEqualTo(new Verdict.Stopped());
    assertThat(of("java.lang.IllegalStateException")).isEqualTo(new Verdict.Threw());
  }

  private static Verdict of(String failure) {
    return Verdict.of(new Outcome.Failure(failure, "why"), BATCH, true);
  }

  private static Entry entry(String number) {
    return new Entry(number, Instant.EPOCH, "a", Instant.EPOCH, Json.object(), 2);
  }
}
