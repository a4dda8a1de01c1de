package dev.moim.accounts.password;

import dev.moim.accounts.AccountError;
import dev.moim.accounts.limit.Limit;
import dev.moim.accounts.limit.Limits;
import dev.moim.accounts.person.Email;
import dev.moim.shared.kernel.DomainException;
import java.time.Clock;
import java.time.Duration;

/** Mails a link with which somebody chooses a new password. */
public final class SendPasswordLink {

  /** Long enough to find the mail, short enough to be forgotten in it. */
  public static final Duration LIFE = Duration.ofMinutes(30);

  private final PasswordLinks links;
  private final Limits limits;
  private final LinkMail mail;
  private final Clock clock;

  public SendPasswordLink(PasswordLinks links, Limits limits, LinkMail mail, Clock clock) {
    this.links = links;
    this.limits = limits;
    this.mail = mail;
    this.clock = clock;
  }

  public void run(Email email) {
    limits.take(Limit.LINK, email.text());
    PasswordLink link =
        links
            .holderOf(email)
            .map(PasswordLink::random)
            .orElseThrow(() -> new DomainException(AccountError.USER_NOT_FOUND));
    if (!links.put(link, clock.instant().plus(LIFE))) {
      throw new DomainException(AccountError.USER_NOT_FOUND);
    }
    mail.send(email, link);
  }
}
