package dev.moim.accounts.login;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.people.PeopleError;

/** Ends the login that an access token came from. */
public final class LogOut {

  private final Sessions sessions;

  public LogOut(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * One request.
   *
   * @param session of the token
   */
  public void run(long userId, String session) {
    if (!sessions.close(userId, session)) {
      throw new DomainException(PeopleError.INVALID_TOKEN);
    }
  }
}
