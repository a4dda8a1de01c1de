package dev.moim.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.NewLicense;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;

/**
 * The license of the local runtime. The database has only hashes of its secrets, so they are kept
 * in a file that only its owner may read.
 */
public record TrialLicense(
    String cpCode,
    String authKey,
    String accessKey,
    String secretKey,
    String domain,
    int roomLimit) {

  private static final String DOMAIN = "trial";

  /** Everybody without a token makes rooms for it, and one that nobody joins counts for minutes. */
  private static final int ROOM_LIMIT = 100;

  /** Does not show the secrets. */
  @Override
  public String toString() {
    return "TrialLicense[" + cpCode + "]";
  }

  /** The license in the file if the database still knows it, else a new one. */
  static TrialLicense ensure(Optional<Path> file, Licenses licenses) {
    return file.flatMap(TrialLicense::read)
        .filter(known -> licenses.find(known.accessKey).isPresent())
        .orElseGet(() -> issue(file, licenses));
  }

  ObjectNode json() {
    return Json.object()
        .put("cpCode", cpCode)
        .put("authKey", authKey)
        .put("accessKey", accessKey)
        .put("secretKey", secretKey)
        .put("domain", domain)
        .put("roomLimit", roomLimit);
  }

  private static TrialLicense issue(Optional<Path> file, Licenses licenses) {
    NewLicense issued = NewLicense.issue(DOMAIN, ROOM_LIMIT, Clock.systemUTC());
    TrialLicense trial =
        new TrialLicense(
            issued.license().cpCode(),
            issued.authKey(),
            issued.license().id(),
            issued.secretKey(),
            DOMAIN,
            ROOM_LIMIT);
    if (!licenses.create(issued.license())) {
      throw new IllegalStateException("a license of this id exists already");
    }
    file.ifPresent(trial::write);
    return trial;
  }

  private static Optional<TrialLicense> read(Path file) {
    try {
      return Files.exists(file)
          ? Json.parse(Files.readString(file)).map(TrialLicense::of)
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrialLicense of(JsonNode json) {
    return new TrialLicense(
        json.path("cpCode").asText(),
        json.path("authKey").asText(),
        json.path("accessKey").asText(),
        json.path("secretKey").asText(),
        json.path("domain").asText(),
        json.path("roomLimit").asInt());
  }

  private void write(Path file) {
    try {
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Path draft = Files.createTempFile(file.getParent(), "trial", ".tmp", ownerOnly);
      Files.writeString(draft, json().toPrettyString() + "\n");
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
