package dev.moim.shared.licenses;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a schedule does for every license. What fails for one stops no other. */
public final class EachLicense {

  private static final Logger LOG = LoggerFactory.getLogger(EachLicense.class);

  private final Licenses licenses;

  public EachLicense(Licenses licenses) {
    this.licenses = licenses;
  }

  /**
   * @param work gets the id of a license
   * @throws IllegalStateException once all are done, if it failed for any of them
   */
  public void run(Consumer<String> work) {
    int failed = 0;
    for (List<String> page = licenses.idsAfter(""); !page.isEmpty(); ) {
      for (String licenseId : page) {
        failed += succeeds(licenseId, work) ? 0 : 1;
      }
      page = licenses.idsAfter(page.getLast());
    }
    if (failed > 0) {
      throw new IllegalStateException(failed + " licenses could not be reconciled");
    }
  }

  private static boolean succeeds(String licenseId, Consumer<String> work) {
    try {
      work.accept(licenseId);
      return true;
    } catch (RuntimeException failure) {
      LOG.error("license {} could not be reconciled", licenseId, failure);
      return false;
    }
  }
}
