package dev.moim.shared.lambda;

import dev.moim.shared.kernel.Settings;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Where a handler's constructor finds its settings: the process environment on AWS, a bound map
 * where many functions share one JVM. Only constructors ask; afterwards settings travel as
 * arguments.
 */
public final class Environment {

  private static final ScopedValue<Map<String, String>> BOUND = ScopedValue.newInstance();

  private Environment() {}

  public static Settings settings() {
    return new Settings(BOUND.isBound() ? BOUND.get() : System.getenv());
  }

  /**
   * Runs {@code body}, usually a handler's constructor, with these variables as its environment.
   */
  public static <T> T with(Map<String, String> variables, Callable<T> body) throws Exception {
    return ScopedValue.where(BOUND, variables).call(body::call);
  }
}
