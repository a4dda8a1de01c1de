package dev.moim.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Failures: whole in the log, their first lines on the console. */
final class Tee extends PrintStream {

  private final PrintStream console;

  Tee(PrintStream console, OutputStream log) {
    super(log, true, StandardCharsets.UTF_8);
    this.console = console;
  }

  @Override
  public void println(String line) {
    super.println(line);
    console.println(line);
  }

  @Override
  public void println(Object line) {
    super.println(line);
    String text = String.valueOf(line);
    if (!text.startsWith("\tat ")) {
      console.println("  " + text);
    }
  }
}
