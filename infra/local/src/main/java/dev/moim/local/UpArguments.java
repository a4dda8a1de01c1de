package dev.moim.local;

import dev.moim.local.http.Origin;
import dev.moim.local.socket.FrameDelays;
import dev.moim.local.stream.Deliveries;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What {@code ./moim up} was asked for.
 *
 * @param project the project's folder
 * @param fresh whether to forget the data of earlier runs
 * @param parameters values for the template's parameters
 */
record UpArguments(
    Path project,
    int port,
    boolean fresh,
    GatewayOptions gateways,
    Map<String, String> parameters) {

  private static final int DEFAULT_PORT = 3000;

  /**
   * @param args the project's folder, then options as {@code infra/bin/up} describes them
   * @throws IllegalArgumentException with a message for whoever typed them
   */
  static UpArguments parse(List<String> args) {
    Iterator<String> words = args.iterator();
    Path project = Path.of(words.next()).toAbsolutePath().normalize();
    int port = DEFAULT_PORT;
    boolean fresh = false;
    int shuffle = 0;
    int cold = 0;
    int late = 0;
    int twice = 0;
    List<Origin> origins = new ArrayList<>();
    Map<String, String> parameters = new HashMap<>();
    while (words.hasNext()) {
      String option = words.next();
      switch (option) {
        case "--fresh" -> fresh = true;
        case "--port" -> port = number(option, words);
        case "--shuffle" -> shuffle = number(option, words);
        case "--cold" -> cold = number(option, words);
        case "--late" -> late = number(option, words);
        case "--twice" -> twice = number(option, words);
        case "--origin" -> origins.add(Origin.of(value(words)));
        case "--set" -> set(parameters, value(words));
        default -> throw new IllegalArgumentException("there is no option " + option);
      }
    }
    FrameDelays delays = FrameDelays.of(Duration.ofMillis(shuffle), cold, new Random());
    Deliveries deliveries = Deliveries.of(Duration.ofMillis(late), twice, new Random());
    GatewayOptions gateways = new GatewayOptions(delays, origins, deliveries);
    return new UpArguments(project, port, fresh, gateways, parameters);
  }

  private static void set(Map<String, String> parameters, String pair) {
    int equals = pair.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException("--set needs a parameter and its value, not " + pair);
    }
    parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
  }

  private static int number(String option, Iterator<String> words) {
    try {
      return Integer.parseInt(value(words));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " needs a number", e);
    }
  }

  private static String value(Iterator<String> words) {
    return words.hasNext() ? words.next() : "";
  }
}
