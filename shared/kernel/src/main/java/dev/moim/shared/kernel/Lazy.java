package dev.moim.shared.kernel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes something when it is first asked for, once; what costs start-up time may never be. */
public final class Lazy<T> implements Supplier<T> {

  private final Supplier<T> make;
  private @Nullable T value;

  public Lazy(Supplier<T> make) {
    this.make = make;
  }

  /** Making it is tried again next time if it throws. */
  @Override
  public synchronized T get() {
    T made = value;
    if (made == null) {
      made = make.get();
      value = made;
    }
    return made;
  }
}
