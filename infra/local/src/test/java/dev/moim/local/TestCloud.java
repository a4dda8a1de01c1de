package dev.moim.local;

import dev.moim.local.time.VirtualTimeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A small template running on a virtual clock, with an HTTP client to talk to it. */
public final class TestCloud implements AutoCloseable {

  public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  /** A hundred events of one function run, ten times as many wait. */
  private static final int MAX_EVENTS = 1_100;

  private final HttpClient http = HttpClient.newHttpClient();
  private final VirtualTimeline timeline = new VirtualTimeline(START);
  private final ByteArrayOutputStream failures = new ByteArrayOutputStream();
  private final Path template;
  private final LocalCloud cloud;

  private TestCloud(Path project, Path template, GatewayOptions gateways) {
    this.template = template;
    LocalOptions options =
        LocalOptions.of(project)
            .template(template)
            .timeline(timeline)
            .gateways(gateways)
            .failures(new PrintStream(failures, true, StandardCharsets.UTF_8));
    cloud = LocalCloud.start(options);
  }

  public static TestCloud start(String template) {
    return start(template, GatewayOptions.DEFAULTS);
  }

  public static TestCloud start(String template, GatewayOptions gateways) {
    try {
      Path folder = Files.createTempDirectory("local-cloud");
      Path file = Files.writeString(folder.resolve("template.yaml"), template);
      return new TestCloud(folder, file, gateways);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public LocalCloud cloud() {
    return cloud;
  }

  public VirtualTimeline timeline() {
    return timeline;
  }

  /**
   * Lets the function do nothing but wait, and keeps so many events at it that it takes no more.
   */
  public CountDownLatch saturate(String function) {
    CountDownLatch release = new CountDownLatch(1);
    Script.on(
        function,
        (event, context) -> {
          release.await();
          return Map.of();
        });
    for (int n = 0; n < MAX_EVENTS; n++) {
      var _ = cloud.invoke(function, Map.of());
    }
    return release;
  }

  /** What failed invocations printed. */
  public String failures() {
    return failures.toString(StandardCharsets.UTF_8);
  }

  public URI url(String path) {
    return URI.create(cloud.url() + path);
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(url(path)));
  }

  public HttpResponse<String> delete(String path) {
    return send(HttpRequest.newBuilder(url(path)).DELETE());
  }

  public HttpResponse<String> post(String path, String body) {
    return send(HttpRequest.newBuilder(url(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    cloud.close();
    try {
      Files.delete(template);
      Files.delete(template.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
