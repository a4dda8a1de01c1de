package dev.moim.accounts.profile;

import dev.moim.accounts.person.Account;
import dev.moim.accounts.person.Names;
import dev.moim.accounts.person.Nickname;
import dev.moim.accounts.person.PhoneNumber;
import dev.moim.accounts.person.Profile;
import dev.moim.accounts.person.Profile.Gender;
import dev.moim.accounts.person.Profile.Mbti;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody wants to be different; what is not given stays as it is. An empty introduction, or
 * no type, cannot be told from one that is not given, and stays too.
 */
public record Change(
    Optional<Nickname> nickname,
    Optional<PhoneNumber> phone,
    Optional<Gender> gender,
    Optional<LocalDate> birth,
    Optional<String> introduction,
    Optional<Mbti> mbti) {

  Names names(Account before) {
    Names names = before.names();
    return new Names(names.email(), nickname.orElse(names.nickname()), phone.orElse(names.phone()));
  }

  Profile profile(Profile before) {
    return new Profile(
        gender.orElse(before.gender()),
        birth.orElse(before.birth()),
        introduction.orElse(before.introduction()),
        mbti.orElse(before.mbti()));
  }
}
