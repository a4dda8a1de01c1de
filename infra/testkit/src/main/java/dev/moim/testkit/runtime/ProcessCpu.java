package dev.moim.testkit.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** CPU time of another process: to the nanosecond on Linux, elsewhere as the system tells it. */
public final class ProcessCpu {

  /** Linux tells a process's clock by its number: see {@code clock_getcpuclockid(3)}. */
  private static final int SCHEDULED = 2;

  private static final Optional<MethodHandle> CLOCK = clock();

  private ProcessCpu() {}

  /** Zero of a process that has ended. */
  public static Duration of(long pid) {
    return CLOCK
        .map(clock -> read(clock, pid))
        .orElseGet(() ->
            ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO));
  }

  @SuppressWarnings("restricted") // the function is as it is described here
  private static Optional<MethodHandle> clock() {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
      return Optional.empty();
    }
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find("clock_gettime")
        .map(function ->
            linker.downcallHandle(
                function,
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS)));
  }

  private static Duration read(MethodHandle clock, long pid) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocate(ValueLayout.JAVA_LONG, 2);
      int failed = (int) clock.invokeExact((~(int) pid << 3) | SCHEDULED, time);
      return failed != 0
          ? Duration.ZERO
          : Duration.ofSeconds(
              time.getAtIndex(ValueLayout.JAVA_LONG, 0), time.getAtIndex(ValueLayout.JAVA_LONG, 1));
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
