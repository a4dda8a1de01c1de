package dev.moim.testkit;

import dev.moim.template.Table;
import dev.moim.template.Template;
import dev.moim.template.dynamodb.DynamoDbLocal;
import dev.moim.template.dynamodb.TableCreator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Tables of template.yaml in DynamoDB Local, empty before each test:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final DynamoDbExtension DYNAMO = DynamoDbExtension.tables("RoomsTable", "LicensesTable");
 *
 * new DynamoRooms(DYNAMO.client(), DYNAMO.table("RoomsTable"));
 * }</pre>
 *
 * <p>With {@code -Dmoim.localstack=true} (profile {@code localstack}) the server is LocalStack's,
 * which test JVMs may share: names of tables have the process's number in them.
 *
 * <p>One server per test JVM serves all classes; their tables have different names.
 */
public final class DynamoDbExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

  private static final AtomicInteger CLASSES = new AtomicInteger();

  private final List<String> logicalIds;
  private final UnaryOperator<Table> change;
  private final Map<String, String> physicalNames = new LinkedHashMap<>();
  private final RequestCounter counter = new RequestCounter();
  private final Faults faults = new Faults();
  private final TableCleaner cleaner = new TableCleaner();
  private @Nullable DynamoDbClient client;

  private DynamoDbExtension(List<String> logicalIds, UnaryOperator<Table> change) {
    this.logicalIds = logicalIds;
    this.change = change;
  }

  /**
   * Without the streams that the template gives them: DynamoDB Local looks for a stream's open
   * shard several times in each request, which takes it longer than all the rest.
   */
  public static DynamoDbExtension tables(String... logicalIds) {
    return new DynamoDbExtension(List.of(logicalIds), Table::withoutStream);
  }

  /** With their streams, for tests that read them. */
  public static DynamoDbExtension streamingTables(String... logicalIds) {
    return new DynamoDbExtension(List.of(logicalIds), UnaryOperator.identity());
  }

  /** A client whose requests {@link #counter} counts and {@link #faults} disturbs. */
  public DynamoDbClient client() {
    if (client == null) {
      throw new IllegalStateException("register the extension as a static field");
    }
    return client;
  }

  /** The name that a table of template.yaml has for this test class. */
  public String table(String logicalId) {
    String name = physicalNames.get(logicalId);
    if (name == null) {
      throw new IllegalArgumentException(logicalId + " is not among " + logicalIds);
    }
    return name;
  }

  /**
   * How often a test repeats a rush of requests that it repeats so often: LocalStack takes some
   * forty a second, so there it is a twentieth.
   */
  public int rounds(int often) {
    return Server.IS_LOCALSTACK ? Math.max(1, often / 20) : often;
  }

  public RequestCounter counter() {
    return counter;
  }

  public Faults faults() {
    return faults;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    start();
  }

  /** What Jupiter does by itself: for properties, which another engine runs. */
  public void start() {
    Template template = RootTemplate.load();
    TableCreator creator = new TableCreator(Server.ADMIN);
    int number = CLASSES.incrementAndGet();
    for (String id : logicalIds) {
      String name = id + "-" + ProcessHandle.current().pid() + "-" + number;
      creator.create(change.apply(template.table(id)), name);
      physicalNames.put(id, name);
    }
    client =
        Server.DATABASE.apply(
            ClientOverrideConfiguration.builder()
                .addExecutionInterceptor(counter)
                .addExecutionInterceptor(faults)
                .retryStrategy(DynamoDbExtension::retryAtOnce)
                .build());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    physicalNames.values().forEach(name -> cleaner.empty(Server.ADMIN, name));
    faults.reset();
    counter.reset();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    stop();
  }

  /** As {@link #start}. */
  public void stop() {
    client().close();
    physicalNames.values().forEach(name -> Server.ADMIN.deleteTable(it -> it.tableName(name)));
  }

  /** As often as the SDK's standard mode, but without waiting: no test needs that. */
  private static void retryAtOnce(RetryStrategy.Builder<?, ?> retries) {
    retries
        .maxAttempts(3)
        .retryOnException(DynamoDbExtension::isConflict)
        .backoffStrategy(BackoffStrategy.retryImmediately())
        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately());
  }

  /** The functions' own clients repeat these too. */
  private static boolean isConflict(Throwable failure) {
    return switch (failure) {
      case TransactionConflictException _ -> true;
      case TransactionCanceledException cancelled ->
          cancelled.cancellationReasons().stream()
              .anyMatch(reason -> "TransactionConflict".equals(reason.code()));
      default -> false;
    };
  }

  /** Started by the first test class that needs it; the server ends with this JVM by itself. */
  private static final class Server {
    static final boolean IS_LOCALSTACK = Boolean.getBoolean("moim.localstack");
    static final Function<ClientOverrideConfiguration, DynamoDbClient> DATABASE =
        IS_LOCALSTACK ? LocalStack::dynamoDb : DynamoDbLocal.inMemory()::client;
    static final DynamoDbClient ADMIN =
        DATABASE.apply(ClientOverrideConfiguration.builder().build());
  }
}
