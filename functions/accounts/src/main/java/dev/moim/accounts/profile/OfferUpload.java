package dev.moim.accounts.profile;

import dev.moim.accounts.limit.Limit;
import dev.moim.accounts.limit.Limits;
import dev.moim.accounts.person.Account;
import dev.moim.shared.uploads.DirectUploads.Offer;
import dev.moim.shared.uploads.DirectUploads.Wish;

/** Tells somebody where to send a picture that is too large for a form. */
public final class OfferUpload {

  private final Limits limits;
  private final KeptPictures pictures;

  public OfferUpload(Limits limits, KeptPictures pictures) {
    this.limits = limits;
    this.pictures = pictures;
  }

  /** One request. What cannot be taken is refused before it counts. */
  public Offer run(Account account, Wish wish) {
    Offer offer = pictures.offer(account.id(), wish);
    limits.take(Limit.UPLOAD, Long.toString(account.id()));
    return offer;
  }
}
