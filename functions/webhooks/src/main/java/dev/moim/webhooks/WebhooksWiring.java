package dev.moim.webhooks;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Lazy;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.licenses.LicenseControl;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenseControl;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.licenses.jwt.LicenseTokens;
import dev.moim.shared.licenses.jwt.Tenants;
import dev.moim.shared.licenses.jwt.Tenants.Refusals;
import dev.moim.shared.rooms.Messages;
import dev.moim.shared.rooms.dynamodb.DynamoMessages;
import dev.moim.shared.rooms.dynamodb.DynamoRoomDirectory;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.webhooks.delivery.Attempts;
import dev.moim.webhooks.delivery.Deliver;
import dev.moim.webhooks.delivery.DeliverAgain;
import dev.moim.webhooks.delivery.DeliveryLog;
import dev.moim.webhooks.delivery.Poster;
import dev.moim.webhooks.delivery.Redeliver;
import dev.moim.webhooks.dynamodb.DynamoDeliveryLog;
import dev.moim.webhooks.dynamodb.DynamoEndpoints;
import dev.moim.webhooks.endpoint.Endpoints;
import dev.moim.webhooks.endpoint.ListenToRooms;
import dev.moim.webhooks.endpoint.ManageEndpoints;
import dev.moim.webhooks.endpoint.MarkRooms;
import dev.moim.webhooks.endpoint.Target;
import dev.moim.webhooks.endpoint.WebhookError;
import dev.moim.webhooks.outbound.SafePoster;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Puts the family together: which class stands behind each port, built once per function instance,
 * and only what that function asks for.
 */
public final class WebhooksWiring {

  private static final String NOBODY = "-";

  private final Deployment deployment;
  private final Target.Loopback loopback;
  private final Supplier<Poster> poster;

  public WebhooksWiring(Deployment deployment) {
    this(deployment, new Lazy<>(() -> new SafePoster(loopback(deployment.settings()))));
  }

  /** With another way to post. */
  public WebhooksWiring(Deployment deployment, Supplier<Poster> poster) {
    this.deployment = deployment;
    this.poster = poster;
    loopback = loopback(deployment.settings());
  }

  private static Target.Loopback loopback(Settings settings) {
    return settings.find("LOOPBACK_WEBHOOKS").filter("true"::equals).isPresent()
        ? Target.Loopback.TAKEN
        : Target.Loopback.REFUSED;
  }

  /** The queue that the function sends to. */
  public Timers timers() {
    return deployment.timers();
  }

  public Tenants tenants() {
    LicenseTokens tokens = new LicenseTokens(deployment.tokenSecret(), deployment.clock());
    return new Tenants(
        tokens,
        licenses(),
        new Refusals(
            () -> new DomainException(WebhookError.INVALID_TOKEN),
            () -> new DomainException(WebhookError.DISABLED)));
  }

  private Licenses licenses() {
    return new DynamoLicenses(
        deployment.dynamo(), licensesTable(), RateLimits.DEFAULTS, deployment.clock());
  }

  public ManageEndpoints manage() {
    return new ManageEndpoints(
        endpoints(), control(), timers(), markRooms(), loopback, deployment.clock());
  }

  public ListenToRooms listen() {
    return new ListenToRooms(endpoints(), control(), markRooms());
  }

  private MarkRooms markRooms() {
    String rooms = roomsTable();
    return new MarkRooms(
        licenses(),
        new DynamoRoomDirectory(deployment.dynamo(), rooms),
        new DynamoRooms(deployment.dynamo(), rooms, deployment.clock()),
        deployment.pause());
  }

  /** How much was said in rooms. */
  public Messages messages() {
    return new DynamoMessages(deployment.dynamo(), roomsTable(), deployment.clock());
  }

  public Deliver deliver() {
    return new Deliver(endpoints(), log(), attempts());
  }

  public DeliverAgain deliverAgain() {
    return new DeliverAgain(endpoints(), log(), attempts());
  }

  public Redeliver redeliver() {
    return new Redeliver(endpoints(), log(), attempts());
  }

  public DeliveryLog log() {
    return new DynamoDeliveryLog(deployment.dynamo(), table(), deployment.clock());
  }

  /** Loads what the first request would, by looking for endpoints that are not there. */
  public void prime() {
    endpoints().of(NOBODY);
  }

  public Clock clock() {
    return deployment.clock();
  }

  private Attempts attempts() {
    return new Attempts(endpoints(), poster.get(), timers(), deployment.clock());
  }

  private Endpoints endpoints() {
    return new DynamoEndpoints(deployment.dynamo(), table());
  }

  private LicenseControl control() {
    return new DynamoLicenseControl(deployment.dynamo(), licensesTable());
  }

  private String table() {
    return deployment.settings().require("WEBHOOKS_TABLE");
  }

  private String roomsTable() {
    return deployment.settings().require("ROOMS_TABLE");
  }

  private String licensesTable() {
    return deployment.settings().require("LICENSES_TABLE");
  }
}
