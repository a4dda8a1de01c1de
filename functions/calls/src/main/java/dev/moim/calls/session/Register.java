package dev.moim.calls.session;

import dev.moim.calls.CallError;
import dev.moim.calls.CallFields;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connection.Registrant;
import dev.moim.calls.connection.Connection.Socket;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.Owner;
import dev.moim.calls.connection.Registrations;
import dev.moim.calls.connection.Registrations.Registration;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.kernel.Ids;
import dev.moim.shared.kernel.Rate;
import dev.moim.shared.kernel.Viewer;
import dev.moim.shared.licenses.HashedSecret;
import dev.moim.shared.licenses.License;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.Licenses.Action;
import dev.moim.shared.licenses.Licenses.Admission;
import dev.moim.shared.licenses.RateLimit;
import dev.moim.shared.media.IceServers;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * {@code register}: says whose socket this is. Until then a socket may do nothing else. Doing it
 * again on the same socket changes the name, or the user.
 */
public final class Register implements Operation {

  /**
   * Of one socket: the license's limit is shared by all its users, and none of them may use it up
   * for the others. Refused by each instance for itself, at no request, and by what the socket's
   * own item counts.
   */
  public static final Rate LIMIT = RateLimit.burst(10).perMinute(30).rate();

  private static final int TOKEN_LENGTH = 32;

  private final Licenses licenses;
  private final Connections connections;
  private final Registrations registrations;
  private final TakeOver takeOver;
  private final EndConnection endConnection;
  private final Rename rename;
  private final IceServers iceServers;

  public Register(
      Licenses licenses,
      Connections connections,
      Registrations registrations,
      TakeOver takeOver,
      EndConnection endConnection,
      Rename rename,
      IceServers iceServers) {
    this.licenses = licenses;
    this.connections = connections;
    this.registrations = registrations;
    this.takeOver = takeOver;
    this.endConnection = endConnection;
    this.rename = rename;
    this.iceServers = iceServers;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    String cpCode = request.text("cpCode");
    request.text("ipAddr");
    String authKey = request.text("authKey");
    Optional<String> chosenId = CallFields.optionalUserId(request);
    boolean forced = request.optionalFlag("forced").orElse(false);
    Optional<String> resumeToken = request.optionalText("resumeToken");
    Optional<Connection> before =
        connections
            .find(sender.connectionId())
            .or(() -> connections.findNow(sender.connectionId()));
    Socket socket =
        before
            .map(Connection::socket)
            .orElseGet(() -> new Socket(0, "", Viewer.UNKNOWN))
            .speaking(sender.dialect().code());
    before.ifPresent(known -> refuseTooMany(known, sender.receivedAt()));
    License license = authenticate(cpCode, authKey);

    Socket counted = socket.registering(LIMIT.take(socket.registersFull(), sender.receivedAt()));
    Registrant registrant = registrant(license, chosenId, request);
    Connection connection = Connection.registered(sender.connectionId(), counted, registrant);
    Optional<Connection> speaking = before.filter(known -> known.registrant().isPresent());
    Outcome outcome = register(connection, speaking, forced, resumeToken);
    speaking
        .filter(known -> known.speaksFor(connection.owner()))
        .ifPresent(known -> rename(known, connection, sender.receivedAt()));
    return outcome;
  }

  /** Before the license is asked, whose tokens a socket in a loop would take from everybody. */
  private void refuseTooMany(Connection known, Instant asked) {
    connections
        .countRegister(known, LIMIT, asked)
        .ifPresent(wait -> {
          throw DomainException.retryAfter(CallError.TOO_SOON, wait);
        });
  }

  private Registrant registrant(License license, Optional<String> chosenId, Fields request) {
    String userId = chosenId.orElseGet(() -> unused(license));
    return new Registrant(
        new Owner(license.id(), userId),
        CallFields.name(request).orElse(userId),
        CallFields.device(request));
  }

  /** Whoever has a drawn id that is taken might lose its seats and its mail to a stranger. */
  private String unused(License license) {
    return Ids.untaken(
            () -> "u" + Ids.digits(7),
            id -> registrations.findNow(new Owner(license.id(), id)).isEmpty())
        .orElseThrow(() -> new DomainException(CallError.ALREADY_REGISTERED));
  }

  /** Who registers once more names itself anew, where it sits already too. */
  private void rename(Connection before, Connection connection, Instant asked) {
    if (connection.named() && !before.name().equals(connection.name())) {
      connections
          .findNow(connection.id())
          .ifPresent(now -> rename.everywhere(now, connection.name(), asked));
    }
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
    var servers = iceServers.forUser(owner.user()); // may refuse, so before anything changes
    String token = Ids.base62(TOKEN_LENGTH);
    Registration registration = new Registration(connection.id(), HashedSecret.of(token));
    Optional<TakeOver.Won> won =
        registrations
            .claim(owner, registration)
            .map(old -> takeOver.win(old, owner, registration, forced, resumeToken));
    // Whoever is refused stays who they are: only the new name, once had, ends the old one.
    before.filter(known -> !known.owner().equals(owner)).ifPresent(endConnection::end);
    boolean recovered = won.isPresent() && takeOver.move(won.get(), connection);
    if (won.isEmpty()) {
      connections.register(connection);
    }
    return Outcome.reply(
        Map.of(
            "userId",
            owner.user(),
            "iceServers",
            servers,
            "resumeToken",
            token,
            "recovered",
            recovered));
  }
}
