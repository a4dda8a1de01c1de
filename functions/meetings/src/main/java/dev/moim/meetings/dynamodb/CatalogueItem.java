package dev.moim.meetings.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.number;
import static dev.moim.shared.aws.dynamodb.Attributes.numberOf;
import static dev.moim.shared.aws.dynamodb.Attributes.text;
import static dev.moim.shared.aws.dynamodb.Attributes.textOf;

import dev.moim.meetings.search.Listing;
import dev.moim.meetings.search.Manifest;
import dev.moim.meetings.search.Manifest.Volume;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The catalogue as items: fresh listings and the manifest in one partition, the manifest last, and
 * a partition for each volume. Whoever reads the partition and misses a listing that was put into a
 * volume meanwhile sees the manifest that has this volume.
 */
final class CatalogueItem {

  static final String CATALOGUE = "catalogue";
  static final String FRESH = "fresh#";
  static final String LISTINGS = "listings"; // of a fresh one or a volume, B
  static final String EDITION = "edition"; // of the manifest, N
  static final String VOLUMES = "volumes"; // of the manifest, L of M with the next three
  static final String BYTES = "bytes"; // N
  static final String HALF = "half"; // epoch seconds, N
  static final String EXPIRES_AT = "expiresAt"; // epoch seconds, N, only of discarded volumes

  private static final String MANIFEST = "manifest"; // sorts behind FRESH
  private static final String VOLUME = "volume";

  private CatalogueItem() {}

  static Map<String, AttributeValue> manifestKey() {
    return Keys.key(CATALOGUE, MANIFEST);
  }

  static Map<String, AttributeValue> volumeKey(String id) {
    return Keys.key(VOLUME + "#" + id, VOLUME);
  }

  /** Each revision of a meeting has its own: writing it again changes nothing. */
  static Map<String, AttributeValue> freshKey(Listing listing) {
    return Keys.key(
        CATALOGUE, "%s%s#%06d".formatted(FRESH, Keys.padded(listing.id()), listing.revision()));
  }

  static Map<String, AttributeValue> fresh(Listing listing) {
    return with(freshKey(listing), ListingCodec.write(List.of(listing)));
  }

  static Map<String, AttributeValue> volume(String id, byte[] listings) {
    return with(volumeKey(id), listings);
  }

  private static Map<String, AttributeValue> with(
      Map<String, AttributeValue> key, byte[] listings) {
    Map<String, AttributeValue> item = new HashMap<>(key);
    item.put(LISTINGS, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(listings)));
    return item;
  }

  static List<Listing> listings(Map<String, AttributeValue> item) {
    AttributeValue listings = item.get(LISTINGS);
    return listings == null ? List.of() : ListingCodec.read(listings.b().asByteArrayUnsafe());
  }

  static boolean isManifest(Map<String, AttributeValue> item) {
    return textOf(item, Keys.ITEM).equals(MANIFEST);
  }

  static String volumeId(Map<String, AttributeValue> item) {
    return textOf(item, Keys.ID).substring(VOLUME.length() + 1);
  }

  static AttributeValue volumes(List<Volume> volumes) {
    return AttributeValue.fromL(volumes.stream().map(CatalogueItem::entry).toList());
  }

  private static AttributeValue entry(Volume volume) {
    return AttributeValue.fromM(
        Map.of(
            Keys.ID,
            text(volume.id()),
            BYTES,
            number(volume.bytes()),
            HALF,
            number(volume.half().getEpochSecond())));
  }

  static Manifest manifest(Map<String, AttributeValue> item) {
    AttributeValue volumes = item.get(VOLUMES);
    return new Manifest(
        numberOf(item, EDITION),
        volumes == null
            ? List.of()
            : volumes.l().stream().map(entry -> volume(entry.m())).toList());
  }

  private static Volume volume(Map<String, AttributeValue> entry) {
    return new Volume(
        textOf(entry, Keys.ID),
        (int) numberOf(entry, BYTES),
        Instant.ofEpochSecond(numberOf(entry, HALF)));
  }
}
