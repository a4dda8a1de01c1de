package dev.moim.local;

import dev.moim.kakao.App;
import dev.moim.kakao.Kakao;
import dev.moim.local.function.Functions;
import dev.moim.local.function.Outcome;
import dev.moim.local.http.Endpoint;
import dev.moim.local.http.HttpGateway;
import dev.moim.local.mail.MailPage;
import dev.moim.local.mail.Mailbox;
import dev.moim.local.mail.SesEndpoint;
import dev.moim.local.page.AccessTokenEndpoint;
import dev.moim.local.page.Aliases;
import dev.moim.local.page.ControlEndpoint;
import dev.moim.local.page.Docs;
import dev.moim.local.page.Health;
import dev.moim.local.page.KakaoEndpoint;
import dev.moim.local.page.StaticFiles;
import dev.moim.local.page.TrialLicenseEndpoint;
import dev.moim.local.queue.QueueServer;
import dev.moim.local.socket.ConnectionsEndpoint;
import dev.moim.local.socket.SocketGateway;
import dev.moim.local.webhook.Receiver;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.template.Deployment;
import dev.moim.template.Template;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The template, running on this machine: its APIs behind one port, its functions in this JVM, its
 * tables in DynamoDB Local, its queues in memory, its buckets in a server that speaks S3.
 *
 * <pre>{@code
 * try (LocalCloud cloud = LocalCloud.start(LocalOptions.of(project))) {
 *   connect(cloud.socketUrl("calls"));
 *   assertThat(cloud.counts().snapshot().messages()).isEqualTo(2);
 * }
 * }</pre>
 */
public final class LocalCloud implements AutoCloseable {

  private static final String LICENSES = "LicensesTable";
  private static final int TOKEN_SECRET_LENGTH = 43;

  private final LocalOptions options;
  private final String tokenSecret = Ids.base62(TOKEN_SECRET_LENGTH);
  private final Health health = new Health();
  private final HttpServer http;
  private final Backends backends;
  private final Template template;
  private final Functions functions;
  private final EventSources sources;
  private final SocketGateway sockets;
  private final Optional<TrialLicense> license;

  private LocalCloud(LocalOptions options) {
    this.options = options;
    // The port comes first: when it is taken, nothing else needs to start.
    Counts counts = new Counts();
    http =
        HttpServer.start(
            options.port(), options.gateways().origins(), new ControlEndpoint(counts, health));
    try {
      URI queues = QueueServer.endpointOnFreePort();
      template =
          Template.load(
              options.template(), Deployment.local(queues.toString(), options.parameters()));
      backends = Backends.start(template, options, queues);
      license = trialLicense(template, backends, options);
      functions =
          new Functions(
              template.functions(), environment(queues), options.timeline(), counts, this::report);
      sockets =
          new SocketGateway(functions, options.timeline(), counts, options.gateways().delays());
      sources = new EventSources(template, backends, functions, options);
      backends.database().ifPresent(database -> health.watch("dynamodb", database::isUp));
      backends.objects().ifPresent(objects -> health.watch("s3", objects::isUp));
      sources.show(health);
    } catch (RuntimeException e) {
      http.close();
      throw e;
    }
  }

  /**
   * Returns when everything is ready.
   *
   * @throws PortInUseException if another process listens on the port
   */
  public static LocalCloud start(LocalOptions options) {
    LocalCloud cloud = new LocalCloud(options);
    cloud.serve();
    return cloud;
  }

  public int port() {
    return http.port();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Where clients of the WebSocket API with this stage connect. */
  public URI socketUrl(String stage) {
    return URI.create("ws://127.0.0.1:" + port() + "/" + stage);
  }

  /** Shown at {@code /_local/health}; who started more for the template lets it be watched. */
  public Health health() {
    return health;
  }

  public Counts counts() {
    return functions.counts();
  }

  /** A client for the tables, which have their logical names. */
  public DynamoDbClient dynamoDb() {
    return backends.client();
  }

  /** Where DynamoDB Local listens. */
  public URI databaseUrl() {
    return backends.dynamoDb();
  }

  /** Where SQS is; empty if the template has no queues. */
  Optional<URI> queuesUrl() {
    return backends.queues().map(QueueServer::endpoint);
  }

  /**
   * Where S3 listens; the template's buckets have their logical names in lower case.
   *
   * @throws java.util.NoSuchElementException if the template has no buckets
   */
  public URI objectsUrl() {
    return backends.objects().orElseThrow().endpoint();
  }

  /** The process id of DynamoDB Local. */
  long databasePid() {
    return backends.database().orElseThrow().pid();
  }

  public GatewayOptions gateways() {
    return options.gateways();
  }

  public Template template() {
    return template;
  }

  /** Empty if the template has no table of licenses. */
  public Optional<TrialLicense> license() {
    return license;
  }

  /** Invokes a function as an event source would. */
  public CompletableFuture<Outcome> invoke(String function, Object event) {
    return functions.invoke(function, event);
  }

  /** Waits until no function is running. Messages may still wait in queues. */
  public void awaitIdle() throws InterruptedException {
    functions.awaitIdle();
  }

  @Override
  public void close() {
    health.ready(false);
    sources.stop();
    functions.stop();
    sockets.stop();
    http.close();
    sources.close();
    backends.close();
  }

  private void serve() {
    List<Endpoint> endpoints = new ArrayList<>();
    endpoints.add(new ConnectionsEndpoint(template.socketApis(), sockets));
    license.ifPresent(it -> endpoints.add(new TrialLicenseEndpoint(it)));
    endpoints.add(new AccessTokenEndpoint(new UserTokens(() -> tokenSecret, Clock.systemUTC())));
    Mailbox mailbox = new Mailbox(options.home().map(home -> home.resolve("mail")));
    endpoints.add(new SesEndpoint(mailbox, Clock.systemUTC()));
    endpoints.add(new MailPage(mailbox));
    endpoints.add(new Receiver(Clock.systemUTC()));
    endpoints.add(new KakaoEndpoint(new Kakao(App.LOCAL, Clock.systemUTC())));
    // Before the functions, one of which serves the SDK as it was when it was built.
    StaticFiles files = new StaticFiles(options.project().resolve("web"));
    endpoints.add(files);
    endpoints.add(new Aliases(files));
    endpoints.add(
        new HttpGateway(template, functions, options.timeline(), options.gateways().allowed()));
    endpoints.add(new Docs(options.project().resolve("infra")));
    http.serve(template, sockets, endpoints);
    sources.startSchedules();
    health.ready(true);
  }

  private LocalEnvironment environment(URI queues) {
    Map<String, String> more = new HashMap<>();
    more.put("TOKEN_SECRET", tokenSecret);
    more.put(LocalEnvironment.ORIGINS, String.join(",", options.gateways().allowed()));
    license.ifPresent(trial -> more.putAll(openTo(trial)));
    backends.objects().ifPresent(s3 -> more.put("AWS_ENDPOINT_URL_S3", s3.endpoint().toString()));
    more.putAll(LocalSecrets.kakao("http://localhost:" + port() + KakaoEndpoint.PREFIX));
    more.putAll(options.environment());
    return new LocalEnvironment(template.socketApis(), url(), backends.dynamoDb(), queues, more);
  }

  /** Requests without a token act for the trial license, as the documents have it. */
  private static Map<String, String> openTo(TrialLicense trial) {
    return Map.of("ACCESS", "documented", "DEFAULT_LICENSE", trial.accessKey());
  }

  private static Optional<TrialLicense> trialLicense(
      Template template, Backends backends, LocalOptions options) {
    if (template.tables().stream().noneMatch(table -> table.name().equals(LICENSES))) {
      return Optional.empty();
    }
    Optional<Path> file = options.home().map(home -> home.resolve("trial-license.json"));
    var licenses =
        new DynamoLicenses(backends.client(), LICENSES, RateLimits.DEFAULTS, Clock.systemUTC());
    return Optional.of(TrialLicense.ensure(file, licenses));
  }

  private void report(String function, Throwable failure) {
    synchronized (options.failures()) {
      options.failures().println(function + " failed:");
      failure.printStackTrace(options.failures());
    }
  }
}
