package dev.moim.accounts.person;

/** What nobody else has. */
public record Names(Email email, Nickname nickname, PhoneNumber phone) {}
