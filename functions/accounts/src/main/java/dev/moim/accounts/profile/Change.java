package dev.moim.accounts.profile;

import dev.moim.accounts.person.Account;
import dev.moim.accounts.person.Names;
import dev.moim.accounts.person.Nickname;
import dev.moim.accounts.person.PhoneNumber;
import dev.moim.accounts.person.Profile;
import java.util.Optional;

/**
 * What somebody wants to be different. A name that is not given stays as it is.
 *
 * @param profile as a whole, with what stays of the one before
 */
public record Change(Optional<Nickname> nickname, Optional<PhoneNumber> phone, Profile profile) {

  Names names(Account before) {
    Names names = before.names();
    return new Names(names.email(), nickname.orElse(names.nickname()), phone.orElse(names.phone()));
  }
}
