package dev.moim.accounts.http;

import dev.moim.accounts.AccountsWiring;
import dev.moim.accounts.person.Account;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.people.jwt.Callers.Caller;

/** The account of whoever sends a request; each takes one request. */
final class WhoAsks {

  private WhoAsks() {}

  static Account account(AccountsWiring wiring, HttpRequest request) {
    Caller caller = wiring.callers().of(request.bearer());
    return wiring.knownCaller().read(caller.id(), caller.session());
  }

  /** Of somebody who has a profile. */
  static Account profiled(AccountsWiring wiring, HttpRequest request) {
    Caller caller = wiring.callers().of(request.bearer());
    return wiring.knownCaller().profiled(caller.id(), caller.session());
  }
}
