package dev.moim.testkit.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Sends a family's socket frames that clients mean, most of them broken in one way or several, for
 * some time (see {@link FuzzRun}). Nothing may escape, nobody may be told of an error of the
 * server, and each socket answers a good request afterwards.
 */
public final class FrameFuzz {

  /** So many frames may spoil a scene before it is set anew. */
  private static final int FRAMES_A_SCENE = 60;

  private static final int BETWEEN_GOOD_REQUESTS = 20;

  /** A socket in the middle of what it is for. */
  public interface Socket {

    /** What its client may mean, as it goes over the wire. */
    List<String> frames();

    /**
     * @return everything it got for the frame
     * @throws AssertionError if the function did not end well
     */
    List<String> send(String frame);

    /**
     * Whether it answers a request that is as it should be, or has been closed with good reason.
     */
    boolean answers();
  }

  private final String serverError;

  private FrameFuzz(String serverError) {
    this.serverError = serverError;
  }

  /**
   * @param serverError what an answer holds that says that the server has failed
   */
  public static FrameFuzz refusing(String serverError) {
    return new FrameFuzz(serverError);
  }

  /**
   * Sends frames until the time is over.
   *
   * @param scenes sockets that know each other, every time anew
   * @throws AssertionError at the first frame that does harm
   */
  public void run(Supplier<List<Socket>> scenes) {
    FuzzRun run = new FuzzRun();
    int sent = 0;
    int answered = 0;
    while (run.goesOn()) {
      List<Socket> scene = scenes.get();
      List<String> last = new ArrayList<>();
      for (int i = 0; i < FRAMES_A_SCENE && run.goesOn(); i++) {
        Socket socket = NastyTexts.pick(run.random(), scene);
        String frame = next(run.random(), socket);
        last.add(frame);
        answered += send(socket, frame, run.seed()).size();
        sent++;
        if (i % BETWEEN_GOOD_REQUESTS == 0) {
          requireAnswers(scene, last, run.seed());
          last.clear();
        }
      }
      requireAnswers(scene, last, run.seed());
    }
    System.out.println("Fuzz    seed %d, %d frames got %d".formatted(run.seed(), sent, answered));
  }

  /** Now and then one that is good, or nothing would ever happen. */
  private static String next(RandomGenerator random, Socket socket) {
    String frame = NastyTexts.pick(random, socket.frames());
    return random.nextInt(6) == 0 ? frame : BrokenFrames.of(random, frame);
  }

  private List<String> send(Socket socket, String frame, long seed) {
    List<String> got;
    try {
      got = socket.send(frame);
    } catch (RuntimeException | AssertionError | StackOverflowError escaped) {
      throw new AssertionError("seed " + seed + ": " + escaped + " for " + frame, escaped);
    }
    if (got.stream().anyMatch(text -> text.contains(serverError))) {
      throw new AssertionError("seed " + seed + ": " + got + " for " + frame);
    }
    return got;
  }

  private static void requireAnswers(List<Socket> scene, List<String> last, long seed) {
    for (Socket socket : scene) {
      if (!socket.answers()) {
        throw new AssertionError("seed " + seed + ": no answer after " + last);
      }
    }
  }
}
