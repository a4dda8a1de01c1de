package dev.moim.shared.lambda;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work done once before the SnapStart snapshot is taken: whatever the first request would load and
 * compile should happen there, without a lasting effect. Keep the object: the registry does not.
 */
public final class Priming implements Resource {

  private static final Logger LOG = LoggerFactory.getLogger(Priming.class);

  private final Runnable work;

  private Priming(Runnable work) {
    this.work = work;
  }

  public static Priming with(Runnable work) {
    Priming priming = new Priming(work);
    Core.getGlobalContext().register(priming);
    return priming;
  }

  /** A snapshot that is less warm is better than a deployment that fails. */
  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      work.run();
      LOG.info("primed");
    } catch (RuntimeException unreachable) {
      LOG.warn("priming stopped: {}", unreachable.toString());
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing frozen has to be renewed: clients connect on use, and secrets are read on use.
  }
}
