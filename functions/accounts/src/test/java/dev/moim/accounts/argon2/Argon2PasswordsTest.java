package dev.moim.accounts.argon2;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.moim.accounts.argon2.Argon2Passwords.Cost;
import dev.moim.accounts.person.Password;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Argon2PasswordsTest {

  private static final Password RIGHT = new Password("correct horse");
  private static final Password WRONG = new Password("Correct horse");

  private final Argon2Passwords passwords = new Argon2Passwords(Argon2Passwords.COST);

  /** The example of RFC 9106's reference implementation for these parameters. */
  @Test
  void isTheFunctionThatItsNameSays() {
    String known =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    assertThat(passwords.matches(new Password("password"), known)).isTrue();
    assertThat(passwords.matches(new Password("passwore"), known)).isFalse();
    assertThat(passwords.isOutdated(known)).isTrue();
  }

  @Test
  void asksForAsMuchAsOwaspDoes() {
    assertThat(Argon2Passwords.COST.kibibytes()).isGreaterThanOrEqualTo(19 * 1024);
    assertThat(Argon2Passwords.COST.passes()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void knowsAPasswordByItsHash() {
    String hash = passwords.hash(RIGHT);
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.matches(RIGHT, hash)).isTrue();
    assertThat(passwords.matches(WRONG, hash)).isFalse();
    assertThat(passwords.isOutdated(hash)).isFalse();
    assertThat(passwords.hash(RIGHT)).as("each has a salt of its own").isNotEqualTo(hash);
  }

  @Test
  void knowsPasswordsThatWereHashedForLess() {
    String hash = new Argon2Passwords(new Cost(64, 1)).hash(RIGHT);
    assertThat(passwords.isOutdated(hash)).isTrue();
    assertThat(passwords.matches(RIGHT, hash)).isTrue();
    assertThat(passwords.matches(WRONG, hash)).isFalse();
  }

  /** Whoever asks for nobody's account waits as long as for somebody's. */
  @Test
  void pretendingCostsWhatLookingCosts() {
    String hash = passwords.hash(RIGHT);
    for (int i = 0; i < 10; i++) {
      passwords.pretend(WRONG);
      passwords.matches(WRONG, hash);
    }
    double looking = cpuMillis(() -> passwords.matches(WRONG, hash));
    double pretending = cpuMillis(() -> passwords.pretend(WRONG));
    System.out.printf("Argon2  a hash takes %.0f ms of a processor%n", looking);
    assertThat(pretending).isBetween(looking / 2, looking * 2);
  }

  private static double cpuMillis(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double[] taken = new double[9];
    for (int i = 0; i < taken.length; i++) {
      long before = threads.getCurrentThreadCpuTime();
      work.run();
      taken[i] = (threads.getCurrentThreadCpuTime() - before) / 1e6;
    }
    Arrays.sort(taken);
    return taken[taken.length / 2];
  }
}
