package dev.moim.shared.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.moim.shared.kernel.Rehearsal;
import dev.moim.shared.kernel.Settings;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done once before the SnapStart snapshot is taken, so that the first request finds
 * everything loaded and compiled: what the handler reads, for real, and then a {@link Rehearsal} of
 * its documented events. Keep the object: the registry does not.
 */
public final class Priming implements Resource {

  private static final Logger LOG = LoggerFactory.getLogger(Priming.class);

  /** Names the registry that Lambda's runtime runs; its bootstrap sets it. */
  private static final String REGISTRY = "org.crac.Core.Compat";

  /**
   * So that what runs often is compiled as well: it halves the first request's CPU time or more.
   */
  private static final int ROUNDS = 10;

  private final Runnable reading;
  private final Runnable rehearsed;

  private Priming(Runnable reading, Runnable rehearsed) {
    this.reading = reading;
    this.rehearsed = rehearsed;
  }

  /**
   * @param handler whose events are rehearsed
   * @param reading talks to what the first request will talk to, and changes nothing there
   */
  static Priming of(RequestHandler<?, ?> handler, Runnable reading) {
    return registered(new Priming(reading, () -> rehearse(handler)));
  }

  /** Of a handler whose events nobody waits for. */
  static Priming of(Runnable reading) {
    return registered(new Priming(reading, () -> {}));
  }

  private static Priming registered(Priming priming) {
    Core.getGlobalContext().register(priming);
    if (isForNothing(Environment.settings(), System.getProperty(REGISTRY, ""))) {
      LOG.warn(
          "not primed: a snapshot is taken, and nobody runs the hooks; {} is not set", REGISTRY);
    }
    return priming;
  }

  /** Without a registry the hooks register in vain, which shows nowhere else. */
  static boolean isForNothing(Settings settings, String registry) {
    boolean snapshot =
        settings.find("AWS_LAMBDA_INITIALIZATION_TYPE").filter("snap-start"::equals).isPresent();
    return snapshot && registry.isEmpty();
  }

  /** A snapshot that is less warm is better than a deployment that fails. */
  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      reading.run();
      Rehearsal.run(rehearsed);
      LOG.info("primed");
    } catch (RuntimeException unreachable) {
      LOG.warn("priming stopped: {}", unreachable.toString());
    }
  }

  private static void rehearse(RequestHandler<?, ?> handler) {
    try {
      var json = new RuntimeJson<>(handler);
      var context = new RehearsalContext();
      var examples = new ExampleEvents(handler);
      for (int round = 0; round < ROUNDS; round++) {
        examples.from("rehearsal-" + round).forEach(event -> json.handle(event, context));
      }
    } catch (LinkageError noRuntime) {
      LOG.info("not rehearsed: {}", noRuntime.toString());
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing frozen has to be renewed: clients connect on use, and secrets are read on use.
  }
}
