package dev.moim.accounts.person;

/** By which Kakao tells this app who somebody is; another app is told another one. */
public record KakaoId(long number) {}
