package dev.moim.calls.session;

import dev.moim.calls.CallError;
import dev.moim.calls.Names;
import dev.moim.calls.Operation;
import dev.moim.calls.Outcome;
import dev.moim.calls.Sender;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.Holders;
import dev.moim.calls.connection.Holders.Holder;
import dev.moim.calls.connection.Owner;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.licenses.HashedSecret;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.Licenses.Action;
import dev.moim.shared.licenses.Licenses.Admission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code register}: says whose socket this is. Until then a socket may do nothing else. Doing it
 * again on the same socket changes the name, or the user.
 */
public final class Register implements Operation {

  private static final int TOKEN_LENGTH = 32;

  private final Licenses licenses;
  private final Connections connections;
  private final Holders holders;
  private final TakeOver takeOver;
  private final EndConnection endConnection;
  private final IceServers iceServers;

  public Register(
      Licenses licenses,
      Connections connections,
      Holders holders,
      TakeOver takeOver,
      EndConnection endConnection,
      IceServers iceServers) {
    this.licenses = licenses;
    this.connections = connections;
    this.holders = holders;
    this.takeOver = takeOver;
    this.endConnection = endConnection;
    this.iceServers = iceServers;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    String cpCode = request.text("cpCode");
    request.text("ipAddr");
    String authKey = request.text("authKey");
    Optional<String> chosenId = Names.optionalUserId(request);
    boolean forced = request.optionalFlag("forced").orElse(false);
    Optional<String> resumeToken = request.optionalText("resumeToken");
    License license = authenticate(cpCode, authKey);

    String userId = chosenId.orElseGet(() -> "u" + Ids.digits(7));
    Optional<Connection> before =
        connections
            .find(sender.connectionId())
            .or(() -> connections.findNow(sender.connectionId()));
    Connection connection =
        new Connection(
            sender.connectionId(),
            before.map(Connection::engine).orElse(0),
            sender.dialect(),
            license.id(),
            userId,
            Names.name(request).orElse(userId),
            Names.device(request),
            Set.of(),
            Optional.empty(),
            before.map(Connection::viewer).orElse(Viewer.UNKNOWN));
    return register(connection, before.filter(Connection::registered), forced, resumeToken);
  }

  private License authenticate(String cpCode, String authKey) {
    return switch (licenses.admit(License.idOfCpCode(cpCode), Action.REGISTER, authKey)) {
      case Admission.Admitted(var license) -> license;
      case Admission.WrongKey() -> throw new DomainException(CallError.WRONG_CREDENTIALS);
      case Admission.Disabled() ->
          throw new DomainException(CallError.LICENSE_REFUSES, "the license is disabled");
      case Admission.TooSoon(var retryAfter) ->
          throw DomainException.retryAfter(CallError.TOO_SOON, retryAfter);
    };
  }

  private Outcome register(
      Connection connection,
      Optional<Connection> before,
      boolean forced,
      Optional<String> resumeToken) {
    Owner owner = connection.owner();
    Optional<Connection> sameUser = before.filter(known -> known.owner().equals(owner));
    if (before.isPresent() && sameUser.isEmpty()) {
      endConnection.end(before.get());
    }
    String token = Ids.base62(TOKEN_LENGTH);
    Holder holder = new Holder(connection.id(), HashedSecret.of(token).hex());
    Optional<Holder> inTheWay = holders.claim(owner, holder);
    boolean recovered = false;
    if (inTheWay.isPresent()) {
      recovered = takeOver.run(connection, inTheWay.get(), holder, forced, resumeToken);
    } else {
      connections.put(sameUser.map(known -> connection.in(known.rooms())).orElse(connection));
    }
    return Outcome.reply(
        Map.of(
            "userId",
            owner.user(),
            "iceServers",
            iceServers.forUser(owner.user()),
            "resumeToken",
            token,
            "recovered",
            recovered));
  }
}
