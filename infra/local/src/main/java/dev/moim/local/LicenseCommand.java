package dev.moim.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.shared.licenses.HashedKey;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.License.KeyName;
import dev.moim.shared.licenses.LicenseControl;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.NewLicense;
import dev.moim.shared.licenses.Rotation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/** {@code ./moim license}: manages licenses, of the local runtime or of a deployed stack. */
public final class LicenseCommand {

  private final Licenses licenses;
  private final LicenseControl control;
  private final LicenseRooms rooms;
  private final LicenseTable table;
  private final Clock clock;

  private LicenseCommand(LicenseTable table, Clock clock) {
    this.table = table;
    this.licenses = table.licenses();
    this.control = table.control();
    this.rooms = new LicenseRooms(table, clock);
    this.clock = clock;
  }

  /**
   * @param args the project's folder, then what the user typed
   */
  public static void main(String[] args) {
    try {
      System.out.println(run(Path.of(args[0]), List.of(args).subList(1, args.length)));
    } catch (IllegalArgumentException | IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (SdkException e) {
      System.err.println("The table of licenses does not answer: " + e.getMessage());
      System.err.println(
          "Locally, start ./moim up first; for a stack, check --stack and --region.");
      System.exit(1);
    }
  }

  /** What there is to show. */
  static String run(Path project, List<String> typed) {
    LicenseWords words = LicenseWords.of(typed);
    var command = new LicenseCommand(LicenseTable.of(project, words), Clock.systemUTC());
    String id = words.id().orElse("");
    return switch (words.command()) {
      case "create" -> command.create(words);
      case "list" -> command.list();
      case "show" -> command.show(id);
      case "rooms" -> command.rooms(id, words);
      case "webhook" -> command.webhooks(project, command.find(id), words);
      case "rotate" -> command.rotate(id, words);
      case "disable" -> command.changed(id, command.control.disable(id));
      case "enable" -> command.changed(id, command.control.enable(id));
      default -> throw new IllegalStateException("no such command: " + words.command());
    };
  }

  private String create(LicenseWords words) {
    NewLicense issued = NewLicense.issue(words.domain(), words.roomLimit(), clock);
    if (!licenses.create(issued.license())) {
      throw new IllegalStateException("A license of this id exists already; try again.");
    }
    return describe(issued.license())
        .put("authKey", issued.authKey())
        .put("secretKey", issued.secretKey())
        .toPrettyString();
  }

  private String list() {
    StringBuilder lines = new StringBuilder();
    List<String> page = licenses.idsAfter("");
    while (!page.isEmpty()) {
      page.stream()
          .flatMap(id -> licenses.find(id).stream())
          .forEach(license -> lines.append(describe(license)).append('\n'));
      page = licenses.idsAfter(page.getLast());
    }
    return lines.toString().stripTrailing();
  }

  private String rotate(String id, LicenseWords words) {
    Rotation rotation =
        Rotation.of(control, id, words.keys(), words.overlap(), clock.instant())
            .orElseThrow(() -> unknown(id));
    ObjectNode shown = describe(find(id));
    rotation
        .newKeys()
        .forEach((name, key) -> shown.put(name == KeyName.AUTH_KEY ? "authKey" : "secretKey", key));
    return shown.toPrettyString();
  }

  private String changed(String id, boolean known) {
    if (!known) {
      throw unknown(id);
    }
    return show(id);
  }

  private String show(String id) {
    return describe(find(id)).toPrettyString();
  }

  private String rooms(String id, LicenseWords words) {
    License license = find(id);
    return words
        .option("--delete")
        .map(roomId -> rooms.delete(license, roomId))
        .orElseGet(() -> rooms.list(license));
  }

  private String webhooks(Path project, License license, LicenseWords words) {
    return new LicenseWebhooks(table.deployment(project, words), license.id()).run(words);
  }

  private License find(String id) {
    return licenses.find(id).orElseThrow(() -> unknown(id));
  }

  private static IllegalStateException unknown(String id) {
    return new IllegalStateException("There is no license " + id + ".");
  }

  /** Never a hash: whoever has it can try keys at home. */
  private ObjectNode describe(License license) {
    Instant now = clock.instant();
    ObjectNode shown =
        Json.object()
            .put("accessKey", license.id())
            .put("cpCode", license.cpCode())
            .put("domain", license.domain())
            .put("roomLimit", license.roomLimit())
            .put("enabled", license.enabled())
            .put("openRooms", license.open().count())
            .put("peakToday", license.peakOn(LocalDate.ofInstant(now, ZoneOffset.UTC)))
            .put("createdAt", Instant.ofEpochMilli(license.createdAt()).toString());
    overlap(shown, "oldAuthKeyUntil", license.key(KeyName.AUTH_KEY), now);
    overlap(shown, "oldSecretKeyUntil", license.key(KeyName.SECRET_KEY), now);
    return shown;
  }

  private static void overlap(ObjectNode shown, String name, HashedKey key, Instant now) {
    if (key.overlaps(now)) {
      shown.put(name, Instant.ofEpochMilli(key.oldUntil()).toString());
    }
  }
}
