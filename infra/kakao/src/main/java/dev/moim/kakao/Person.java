package dev.moim.kakao;

import java.util.Optional;

/**
 * Somebody with a Kakao account.
 *
 * @param id which the app knows them by
 * @param email nothing if the account has none
 */
public record Person(long id, String nickname, Optional<String> email) {}
