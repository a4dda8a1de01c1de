package dev.moim.accounts.signup;

import dev.moim.accounts.person.Names;

/**
 * Somebody who wants an account, and has yet to prove that they read their mail.
 *
 * @param password its hash
 */
public record NewAccount(long id, Names names, String password) {}
