package dev.moim.webhooks.lambda;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.lambda.ChangeEndpoint;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.licenses.dynamodb.LicenseImage;
import dev.moim.shared.rooms.Room;
import dev.moim.shared.rooms.dynamodb.RoomImage;
import dev.moim.webhooks.WebhooksWiring;
import dev.moim.webhooks.event.HookEvent;
import dev.moim.webhooks.event.LicenseEvents;
import dev.moim.webhooks.event.RoomEvents;
import dev.moim.webhooks.json.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Hears of changes of rooms and licenses, and sends what they mean on its way. */
public final class TellHandler extends ChangeEndpoint {

  private final Timers deliveries;

  public TellHandler() {
    this(new WebhooksWiring(Deployment.of(Environment.settings())));
  }

  public TellHandler(WebhooksWiring wiring) {
    deliveries = wiring.timers();
  }

  @Override
  protected void change(DynamodbStreamRecord record) {
    events(record.getDynamodb())
        .forEach(event -> deliveries.set(EventJson.message(event).timer(), Duration.ZERO));
  }

  static List<HookEvent> events(StreamRecord record) {
    Map<String, AttributeValue> before = Images.of(record.getOldImage());
    Map<String, AttributeValue> after = Images.of(record.getNewImage());
    Instant at = record.getApproximateCreationDateTime().toInstant();
    Optional<Room> was = RoomImage.room(before);
    Optional<Room> is = RoomImage.room(after);
    if (was.isPresent() && is.isEmpty()) {
      return RoomEvents.end(was.get(), RoomImage.ended(after), at);
    }
    if (is.isPresent()) {
      return RoomEvents.between(was, is, at);
    }
    return LicenseImage.told(before)
        .flatMap(old ->
            LicenseImage.told(after)
                .map(now -> LicenseEvents.between(old, now, record.getSequenceNumber(), at)))
        .orElse(List.of());
  }

  /** Nothing to ask before the first change comes. */
  @Override
  protected void prime() {
    events(new StreamRecord().withApproximateCreationDateTime(Date.from(Instant.EPOCH)));
  }
}
