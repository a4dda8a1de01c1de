package dev.moim.local;

import dev.moim.local.time.SystemTimeline;
import dev.moim.template.TemplateException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code ./moim up}: the project's template until the process is told to end. */
public final class Main {

  private Main() {}

  /**
   * @param args the project's folder, then the options of {@code ./moim up}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    UpArguments asked;
    try {
      asked = UpArguments.parse(List.of(args));
    } catch (IllegalArgumentException e) {
      System.err.println("./moim up: " + e.getMessage() + ".");
      System.exit(2);
      return;
    }
    up(asked);
  }

  private static void up(UpArguments asked) throws IOException, InterruptedException {
    Path home = Files.createDirectories(asked.project().resolve(".moim"));
    PrintStream console = System.out;
    FileLock lock = lock(home);
    if (lock == null) {
      exit(console, "Moim is running already, on the data in " + home + ".");
      return;
    }
    PrintStream log = log(home.resolve("log"));
    // Functions write their logs to standard output, as on Lambda; the console stays readable.
    System.setOut(log);
    System.setErr(log);
    LocalOptions options = options(asked, home).failures(new Tee(console, log));
    LocalMedia media = LocalMedia.start(home, System.getenv(), asked.port(), console::println);
    try {
      run(start(options, home, media), media, console);
    } catch (PortInUseException e) {
      media.close();
      exit(console, Banner.portInUse(e.port()));
    } catch (TemplateException e) {
      media.close();
      exit(console, "Moim cannot start: " + e.getMessage() + ".");
    } catch (IllegalStateException e) {
      e.printStackTrace(log);
      media.close();
      exit(console, "Moim cannot start: " + e.getMessage() + ". `./moim up --fresh` starts anew.");
    }
  }

  private static LocalOptions options(UpArguments asked, Path home) {
    return LocalOptions.of(asked.project())
        .port(asked.port())
        .home(home)
        .fresh(asked.fresh())
        .gateways(asked.gateways())
        .parameters(asked.parameters())
        .timeline(new SystemTimeline());
  }

  private static LocalCloud start(LocalOptions options, Path home, LocalMedia media)
      throws IOException, InterruptedException {
    Map<String, String> environment = ownSettings(System.getenv());
    environment.putAll(media.environment());
    LocalCloud cloud = LocalCloud.start(options.environment(environment));
    // For ./moim license, which works on the tables of the running runtime.
    Files.writeString(home.resolve(LicenseTable.DATABASE), cloud.databaseUrl().toString());
    if (cloud.queuesUrl().isPresent()) {
      Files.writeString(home.resolve(LicenseTable.QUEUES), cloud.queuesUrl().get().toString());
    }
    return cloud;
  }

  private static void run(LocalCloud cloud, LocalMedia media, PrintStream console)
      throws InterruptedException {
    media.show(cloud.health());
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(cloud::close));
    console.print(Banner.ready(cloud, media));
    console.flush();
    Thread.currentThread().join(); // until a signal runs the shutdown hook
  }

  /**
   * A developer's own STUN and TURN servers and front end's secret, as functions get them on AWS
   * from parameters and secrets.
   */
  private static Map<String, String> ownSettings(Map<String, String> shell) {
    Map<String, String> own = new HashMap<>(shell);
    own.keySet().retainAll(Set.of("STUN_URLS", "NEXTAUTH_SECRET"));
    own.putAll(LocalSecrets.turn(shell));
    return own;
  }

  private static void exit(PrintStream console, String why) {
    console.println(why);
    Runtime.getRuntime().halt(1);
  }

  /** Two processes on the same database file would ruin it. Null if another one holds it. */
  private static @Nullable FileLock lock(Path home) throws IOException {
    FileChannel channel =
        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return channel.tryLock();
  }

  private static PrintStream log(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("functions.log");
    if (Files.exists(file)) {
      Path before = folder.resolve("functions.1.log");
      Files.move(file, before, StandardCopyOption.REPLACE_EXISTING);
    }
    return new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
  }
}
