package dev.moim.shared.sockets.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.sockets.negotiation.Description.Origin;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NegotiationTest {

  private static Description description(String session, long version) {
    return new Description(Optional.of(new Origin(session, version)), Set.of());
  }

  private static final Description UNREADABLE = new Description(Optional.empty(), Set.of());

  /** Version 3 of a session was the newest relayed. */
  private static final Negotiation AT_THREE =
      new Negotiation(Optional.of(new Origin("- 1", 3)), Set.of("first", "second"), true);

  @Test
  void onlyAnOlderDescriptionOfTheSameSessionIsOutdated() {
    assertThat(AT_THREE.isOutdated(description("- 1", 2))).isTrue();
    assertThat(AT_THREE.isOutdated(description("- 1", 3))).as("sent twice").isFalse();
    assertThat(AT_THREE.isOutdated(description("- 1", 4))).isFalse();
    assertThat(AT_THREE.isOutdated(description("- 2", 2))).as("a new connection").isFalse();
    assertThat(AT_THREE.isOutdated(UNREADABLE)).isFalse();
    assertThat(Negotiation.NONE.isOutdated(description("- 1", 2))).isFalse();
  }

  @Test
  void aDescriptionThatIsNotTheNextOneLacksItsPredecessor() {
    assertThat(AT_THREE.lacksPredecessorOf(description("- 1", 4))).isFalse();
    assertThat(AT_THREE.lacksPredecessorOf(description("- 1", 5))).isTrue();
    assertThat(AT_THREE.lacksPredecessorOf(description("- 1", 2))).as("it is older").isFalse();
    assertThat(AT_THREE.lacksPredecessorOf(UNREADABLE)).isFalse();
  }

  @Test
  void theFirstDescriptionOfASessionHasNone() {
    assertThat(AT_THREE.lacksPredecessorOf(description("- 2", 2))).isFalse();
    assertThat(AT_THREE.lacksPredecessorOf(description("- 2", 3))).isTrue();
    assertThat(Negotiation.NONE.lacksPredecessorOf(description("- 1", 2))).isFalse();
    assertThat(Negotiation.NONE.lacksPredecessorOf(description("- 1", 3))).isTrue();
    assertThat(Negotiation.NONE.lacksPredecessorOf(description("mozilla 1", 0))).isFalse();
  }

  @Test
  void candidatesFollowAllTheirDescriptions() {
    assertThat(AT_THREE.admits(new Candidates(Set.of("first")))).isTrue();
    assertThat(AT_THREE.admits(new Candidates(Set.of("first", "second")))).isTrue();
    assertThat(AT_THREE.admits(new Candidates(Set.of("first", "third")))).isFalse();
  }

  @Test
  void candidatesFollowDescriptionsThatNameNoUser() {
    Negotiation opaque = new Negotiation(Optional.empty(), Set.of(), true);
    assertThat(opaque.admits(new Candidates(Set.of("first")))).isTrue();
    assertThat(Negotiation.NONE.admits(new Candidates(Set.of("first")))).isFalse();
  }

  @Test
  void candidatesThatNameNoDescriptionFollowAny() {
    assertThat(AT_THREE.admits(new Candidates(Set.of()))).isTrue();
    assertThat(Negotiation.NONE.admits(new Candidates(Set.of()))).isFalse();
  }
}
