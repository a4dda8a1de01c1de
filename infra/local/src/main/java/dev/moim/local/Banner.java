package dev.moim.local;

import dev.moim.local.http.Origin;
import dev.moim.local.socket.FrameDelays;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What {@code ./moim up} tells the person who started it. */
final class Banner {

  private static final int NEARBY = 100;
  private static final int MAX_PORT = 65_535;

  private Banner() {}

  static String ready(LocalCloud cloud, LocalMedia media) {
    String url = "http://localhost:" + cloud.port();
    String sockets =
        cloud.template().socketApis().stream()
            .map(api -> line(api.stage(), url.replace("http", "ws") + "/" + api.stage()))
            .collect(Collectors.joining());
    return "\nMoim is ready (%.1f s).\n\n".formatted(uptimeSeconds())
        + line("console", url + "/")
        + line("API docs", url + "/docs")
        + sockets
        + line("rooms API", url + "/api/rooms")
        + line("LiveKit", media.url().orElse("none: group media is off"))
        + line("mail", url + "/_local/mail")
        + line("webhooks", url + "/_local/webhooks")
        + line("health", url + "/_local/health")
        + frames(cloud.gateways().delays())
        + origins(cloud.gateways().origins())
        + cloud.license().map(license -> license(license, url)).orElse("")
        + line("function logs", ".moim/log/functions.log")
        + "\nNext steps\n"
        + "  1. Open the console in two browser windows and join the same room: they call"
        + " each other.\n"
        + "  2. Watch what it costs: "
        + url
        + "/_local/counts\n"
        + "  3. Change code, press Ctrl-C, run `./moim up` again: it rebuilds what changed.\n"
        + "\nCtrl-C stops. Rooms and licenses stay in .moim/; `./moim up --fresh` starts"
        + " without them.\n";
  }

  static String portInUse(int port) {
    return "Port %d is in use by another process. ".formatted(port)
        + freePortAfter(port)
            .map("`./moim up --port %d` takes one that is free."::formatted)
            .orElse("`./moim up --port N` takes another one.");
  }

  private static Optional<Integer> freePortAfter(int port) {
    return IntStream.rangeClosed(port + 1, Math.min(port + NEARBY, MAX_PORT))
        .filter(HttpServer::isFree)
        .boxed()
        .findFirst();
  }

  /** Nothing where frames are not delayed: that needs no word. */
  private static String frames(FrameDelays delays) {
    return delays.isNone() ? "" : line("frames", delays + " (--shuffle, --cold)");
  }

  private static String origins(List<Origin> origins) {
    return origins.isEmpty()
        ? ""
        : line("origins", origins.stream().map(Origin::text).collect(Collectors.joining(", ")));
  }

  private static String license(TrialLicense license, String url) {
    return line("trial license", ".moim/trial-license.json (cpCode " + license.cpCode() + ")")
        + line("its token", "curl " + url + "/v1/auth -d @.moim/trial-license.json");
  }

  private static String line(String name, String value) {
    return "  %-14s %s%n".formatted(name, value);
  }

  private static double uptimeSeconds() {
    return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
  }
}
