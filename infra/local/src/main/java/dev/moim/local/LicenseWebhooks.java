package dev.moim.local;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Ids;
import dev.moim.webhooks.WebhooksWiring;
import dev.moim.webhooks.delivery.DeliveryLog;
import dev.moim.webhooks.delivery.DeliveryLog.Delivery;
import dev.moim.webhooks.delivery.DeliveryLog.MessageId;
import dev.moim.webhooks.delivery.Message;
import dev.moim.webhooks.endpoint.Endpoint;
import dev.moim.webhooks.endpoint.EndpointKey;
import dev.moim.webhooks.event.HookEvent;
import dev.moim.webhooks.http.WebhookJson;
import dev.moim.webhooks.json.EventJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code ./moim license webhook}: what a tenant does over HTTP, done by who runs the service. */
final class LicenseWebhooks {

  private static final int UNIQUE = 12;

  private static final List<String> ACTIONS =
      List.of("--add", "--change", "--delete", "--deliveries", "--redeliver", "--rotate", "--test");

  /** Options that say more of an action, and of which. */
  private static final Map<String, List<String>> DETAILS =
      Map.of(
          "--url", List.of("--change"),
          "--events", List.of("--add", "--change"),
          "--enabled", List.of("--change"),
          "--overlap", List.of("--rotate"),
          "--delivery", List.of("--redeliver"));

  private final WebhooksWiring wiring;
  private final String licenseId;

  LicenseWebhooks(Deployment deployment, String licenseId) {
    this.wiring = new WebhooksWiring(deployment);
    this.licenseId = licenseId;
  }

  /**
   * What there is to show.
   *
   * @throws IllegalArgumentException which says what is wrong
   */
  String run(LicenseWords words) {
    check(words);
    try {
      return words
          .option("--add")
          .map(url -> withSecret(wiring.manage().create(licenseId, wishes(words, "url", url))))
          .or(() -> about(words, "--change").map(key -> change(key, words)))
          .or(() -> about(words, "--rotate").map(key -> rotate(key, words)))
          .or(() -> about(words, "--delete").map(this::delete))
          .or(() -> about(words, "--test").map(this::test))
          .or(() -> about(words, "--deliveries").map(this::deliveries))
          .or(() -> about(words, "--redeliver").map(key -> redeliver(key, words)))
          .orElseGet(this::list);
    } catch (FieldException wrong) {
      throw new IllegalArgumentException("--" + wrong.getMessage(), wrong);
    } catch (DomainException refused) {
      throw new IllegalArgumentException(refused.getMessage(), refused);
    }
  }

  /** Whatever would be passed over is not what was meant. */
  private static void check(LicenseWords words) {
    List<String> actions = ACTIONS.stream().filter(words::has).toList();
    if (actions.size() > 1) {
      throw new IllegalArgumentException(String.join(" and ", actions) + " cannot be done at once");
    }
    DETAILS.forEach((option, of) -> {
      if (words.has(option) && of.stream().noneMatch(words::has)) {
        throw new IllegalArgumentException(option + " goes with " + String.join(" or ", of));
      }
    });
  }

  private Optional<EndpointKey> about(LicenseWords words, String option) {
    return words.option(option).map(id -> new EndpointKey(licenseId, id));
  }

  private String list() {
    return lines(
        wiring.manage().list(licenseId).stream()
            .map(it -> WebhookJson.of(it, wiring.clock().instant()))
            .toList());
  }

  private String change(EndpointKey key, LicenseWords words) {
    Fields wishes = wishes(words, "url", words.option("--url").orElse(""));
    Endpoint changed = wiring.manage().change(key, wishes);
    return Json.text(WebhookJson.of(changed, wiring.clock().instant()));
  }

  private String rotate(EndpointKey key, LicenseWords words) {
    Map<String, @Nullable Object> wish = new HashMap<>();
    wish.put("overlap", words.overlap().toSeconds());
    return withSecret(wiring.manage().rotate(key, new Fields(wish)));
  }

  private String delete(EndpointKey key) {
    wiring.manage().delete(key);
    return list();
  }

  private String test(EndpointKey key) {
    HookEvent event = HookEvent.test(licenseId, wiring.clock().instant(), Ids.base36(UNIQUE));
    return sent(wiring.redeliver().test(key, EventJson.message(event)));
  }

  private String deliveries(EndpointKey key) {
    wiring.manage().find(key);
    List<Delivery> latest = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      var page = wiring.log().list(key, DeliveryLog.MAX_PAGE - latest.size(), cursor);
      latest.addAll(page.items());
      cursor = page.next();
    } while (cursor.isPresent() && latest.size() < DeliveryLog.MAX_PAGE);
    return lines(latest.stream().map(it -> WebhookJson.of(it, key.endpointId())).toList());
  }

  private String redeliver(EndpointKey key, LicenseWords words) {
    String id =
        words
            .option("--delivery")
            .orElseThrow(() -> new IllegalArgumentException("--redeliver needs --delivery ID"));
    return sent(wiring.redeliver().again(key, new MessageId(id)));
  }

  private static Fields wishes(LicenseWords words, String field, String url) {
    Map<String, @Nullable Object> wishes = new HashMap<>();
    wishes.put(field, url);
    words.option("--events").ifPresent(events -> wishes.put("events", names(events)));
    words.option("--enabled").ifPresent(enabled -> wishes.put("enabled", enabled));
    return new Fields(wishes);
  }

  private static List<String> names(String events) {
    return events.equals("all") ? List.of() : List.of(events.split(","));
  }

  private String withSecret(Endpoint endpoint) {
    return Json.text(WebhookJson.withSecret(endpoint, wiring.clock().instant()));
  }

  private static String sent(Message message) {
    return Json.text(Map.of("id", message.id()));
  }

  private static String lines(List<Map<String, Object>> all) {
    return all.stream().map(Json::text).collect(Collectors.joining("\n"));
  }
}
