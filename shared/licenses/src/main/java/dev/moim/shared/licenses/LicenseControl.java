package dev.moim.shared.licenses;

import dev.moim.shared.licenses.License.KeyName;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the operator of the service does with licenses. */
public interface LicenseControl {

  /**
   * Replaces keys. Those replaced stay valid for a while; those before them do not any more.
   *
   * @param newHashes SHA-256 of the new keys, hex
   * @return false if there is no such license
   */
  boolean rotate(String licenseId, Map<KeyName, String> newHashes, Instant oldUntil);

  /**
   * Nobody registers, signs in or opens a room from now on, and the license is among the {@link
   * #disabledIds} until its open rooms are gone.
   *
   * @return false if there is no such license
   */
  boolean disable(String licenseId);

  /**
   * @return false if there is no such license
   */
  boolean enable(String licenseId);

  /**
   * Says whether servers of the license are told of what happens in the rooms that are made from
   * now on, and of how many they are.
   *
   * @return false if there is no such license
   */
  boolean tell(String licenseId, boolean told);

  /** Licenses that were disabled and may still have open rooms. */
  List<String> disabledIds();

  /** Takes a license without open rooms off the {@link #disabledIds}. */
  void settle(String licenseId);
}
