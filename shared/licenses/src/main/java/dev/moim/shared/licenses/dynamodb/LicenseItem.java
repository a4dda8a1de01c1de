package dev.moim.shared.licenses.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.flag;
import static dev.moim.shared.aws.dynamodb.Attributes.flagOf;
import static dev.moim.shared.aws.dynamodb.Attributes.mapOf;
import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.optionalText;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;
import static dev.moim.shared.aws.dynamodb.Attributes.textsOf;

import dev.moim.shared.kernel.RoomKey;
import dev.moim.shared.kernel.RoomLife;
import dev.moim.shared.licenses.HashedKey;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.License.KeyName;
import dev.moim.shared.licenses.License.OpenRooms;
import dev.moim.shared.licenses.License.Peak;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A license as one item, with the number of its open rooms in it, and the names of some. */
final class LicenseItem {

  static final String ID = "licenseId"; // partition key, S
  static final String KIND = "kind"; // "license", S: the key that lists them
  static final String DOMAIN = "domain"; // S
  static final String ROOM_LIMIT = "roomLimit"; // N
  static final String ENABLED = "enabled"; // BOOL
  static final String CREATED_AT = "createdAt"; // epoch milliseconds, N
  static final String OPEN = "open"; // how many rooms are open, N
  static final String LISTED =
      "listed"; // room id -> when it was made, epoch ms, of some of them, M
  static final String ENDED = "ended"; // id#createdAt of unlisted rooms closed lately, SS
  static final String TOLD = "told"; // BOOL, absent unless its servers hear of its rooms
  static final String PEAK = "peak"; // the most of them on the day below, N
  static final String PEAK_DAY = "peakDay"; // yyyy-MM-dd in UTC, S
  static final String REGISTER_TAT = "registerTat"; // see TokenBucket, N
  static final String CREATE_TAT = "createTat"; // N
  static final String AUTH_TAT = "authTat"; // N

  static final String ALL = "all"; // index: kind -> licenseId

  static final AttributeValue LICENSE = text("license");

  private static final Pattern WELL_FORMED = Pattern.compile("[0-9a-z-]{1,32}");

  /**
   * The attributes of one key.
   *
   * @param prefix how their names begin
   */
  record KeyAttributes(String prefix) {

    static KeyAttributes of(KeyName name) {
      return switch (name) {
        case AUTH_KEY -> new KeyAttributes("authKey");
        case SECRET_KEY -> new KeyAttributes("secretKey");
      };
    }

    /** Hex SHA-256, S. */
    String hash() {
      return prefix + "Hash";
    }

    /** Of the key before the last rotation, hex SHA-256, S, absent before the first. */
    String oldHash() {
      return prefix + "OldHash";
    }

    /** How long that one is valid, epoch milliseconds, N. */
    String oldUntil() {
      return prefix + "OldUntil";
    }

    private HashedKey read(Map<String, AttributeValue> item) {
      return new HashedKey(
          textOf(item, hash()), numberOf(item, oldUntil()), textOf(item, oldHash()));
    }
  }

  private LicenseItem() {}

  /** What clients send for an id may be anything; an ill-formed one is nobody's. */
  static Map<String, AttributeValue> key(String id) {
    return Map.of(ID, text(WELL_FORMED.matcher(id).matches() ? id : "-"));
  }

  static Map<String, AttributeValue> writeNew(License license) {
    Map<String, AttributeValue> item = new HashMap<>(key(license.id()));
    item.put(KIND, LICENSE);
    item.put(DOMAIN, text(license.domain()));
    item.put(ROOM_LIMIT, number(license.roomLimit()));
    item.put(ENABLED, flag(license.enabled()));
    item.put(CREATED_AT, number(license.createdAt()));
    license
        .keys()
        .forEach((name, key) -> item.put(KeyAttributes.of(name).hash(), text(key.hash())));
    item.put(OPEN, number(0));
    item.put(LISTED, AttributeValue.fromM(Map.of()));
    return item;
  }

  static License read(Map<String, AttributeValue> item) {
    Map<KeyName, HashedKey> keys = new EnumMap<>(KeyName.class);
    for (KeyName name : KeyName.values()) {
      keys.put(name, KeyAttributes.of(name).read(item));
    }
    return new License(
        textOf(item, ID),
        flagOf(item, ENABLED),
        textOf(item, DOMAIN),
        (int) numberOf(item, ROOM_LIMIT),
        numberOf(item, CREATED_AT),
        keys,
        readOpen(item));
  }

  private static OpenRooms readOpen(Map<String, AttributeValue> item) {
    String licenseId = textOf(item, ID);
    return new OpenRooms(
        (int) numberOf(item, OPEN),
        listed(item),
        textsOf(item, ENDED).stream()
            .map(text -> readEnded(licenseId, text))
            .collect(Collectors.toUnmodifiableSet()),
        readPeak(item));
  }

  /** When each listed room was made, by its id. */
  static Map<String, Long> listed(Map<String, AttributeValue> item) {
    Map<String, Long> listed = new HashMap<>();
    mapOf(item, LISTED).forEach((id, createdAt) -> listed.put(id, Long.valueOf(createdAt.n())));
    return listed;
  }

  /** No room id holds a {@code #}. */
  static String writeEnded(RoomLife room) {
    return room.roomId() + "#" + room.createdAt();
  }

  private static RoomLife readEnded(String licenseId, String text) {
    int hash = text.indexOf('#');
    RoomKey key = new RoomKey(licenseId, text.substring(0, hash));
    return new RoomLife(key, Long.parseLong(text.substring(hash + 1)));
  }

  private static Peak readPeak(Map<String, AttributeValue> item) {
    Optional<String> day = optionalText(item, PEAK_DAY);
    return day.map(text -> new Peak(LocalDate.parse(text), (int) numberOf(item, PEAK)))
        .orElse(Peak.NONE);
  }
}
