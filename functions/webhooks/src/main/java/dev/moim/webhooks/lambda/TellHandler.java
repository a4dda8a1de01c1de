package dev.moim.webhooks.lambda;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.kernel.Timers;
import dev.moim.shared.lambda.ChangeEndpoint;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.licenses.dynamodb.LicenseImage;
import dev.moim.shared.rooms.Messages;
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

  /** No room has this id. */
  private static final RoomLife NOWHERE = new RoomLife(new RoomKey("-", "-"), 0);

  private final Timers deliveries;
  private final Messages messages;

  public TellHandler() {
    this(new WebhooksWiring(Deployment.of(Environment.settings())));
  }

  public TellHandler(WebhooksWiring wiring) {
    deliveries = wiring.timers();
    messages = wiring.messages();
  }

  @Override
  protected void change(DynamodbStreamRecord record) {
    events(record.getDynamodb())
        .forEach(event -> deliveries.set(EventJson.message(event).timer(), Duration.ZERO));
  }

  private List<HookEvent> events(StreamRecord record) {
    Map<String, AttributeValue> before = Images.of(record.getOldImage());
    Map<String, AttributeValue> after = Images.of(record.getNewImage());
    Instant at = record.getApproximateCreationDateTime().toInstant();
    Optional<Room> was = RoomImage.room(before);
    Optional<Room> is = RoomImage.room(after);
    if (was.isPresent() && is.isEmpty()) {
      Room last = was.get();
      return last.told()
          ? RoomEvents.end(last, RoomImage.ended(after), said(last.life()), at)
          : List.of();
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

  /** By the time a room's end is read here, what was said in it has been counted. */
  private long said(RoomLife room) {
    return messages.of(List.of(room)).getOrDefault(room, 0L);
  }

  /** Loads what the first end of a room would, by asking for one that is not there. */
  @Override
  protected void prime() {
    said(NOWHERE);
    events(new StreamRecord().withApproximateCreationDateTime(Date.from(Instant.EPOCH)));
  }
}
