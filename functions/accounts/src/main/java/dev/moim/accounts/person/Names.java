package dev.moim.accounts.person;

import org.jspecify.annotations.Nullable;

/**
 * What nobody else has. Who signs up gives all of it; who comes from Kakao may have a nickname
 * only.
 */
public record Names(@Nullable Email email, Nickname nickname, @Nullable PhoneNumber phone) {}
