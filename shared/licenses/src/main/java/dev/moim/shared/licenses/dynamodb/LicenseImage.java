package dev.moim.shared.licenses.dynamodb;

import static dev.moim.shared.aws.dynamodb.Attributes.flagOf;

import dev.moim.shared.licenses.License;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What an item of the table of licenses was before a change, or after it, as its stream shows it.
 */
public final class LicenseImage {

  private LicenseImage() {}

  /** The license whose servers are told of its rooms; empty for any other item, and for none. */
  public static Optional<License> told(Map<String, AttributeValue> image) {
    return flagOf(image, LicenseItem.TOLD)
        ? Optional.of(LicenseItem.read(image))
        : Optional.empty();
  }
}
