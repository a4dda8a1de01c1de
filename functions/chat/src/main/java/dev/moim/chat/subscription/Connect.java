package dev.moim.chat.subscription;

import dev.moim.chat.ChatError;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.people.PeopleError;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** A client says hello, and who it is: by a header, or by the address it has opened. */
public final class Connect implements Operation {

  private static final String BEARER = "Bearer ";

  private final ChatSockets sockets;
  private final ToLongFunction<Optional<String>> callers;
  private final boolean needsToken;

  /**
   * @param callers tells whose access token it is, or refuses it
   * @param needsToken whether nobody may come without one
   */
  public Connect(
      ChatSockets sockets, ToLongFunction<Optional<String>> callers, boolean needsToken) {
    this.sockets = sockets;
    this.callers = callers;
    this.needsToken = needsToken;
  }

  @Override
  public Outcome run(Sender sender, Fields headers) {
    long known = sockets.find(sender.connectionId()).map(ChatSocket::userId).orElse(0L);
    Optional<String> token = token(headers);
    boolean asks = token.isPresent() || (needsToken && known == 0);
    long userId = asks ? callers.applyAsLong(token) : known;
    if (userId == ChatSocket.REFUSED) {
      throw new DomainException(PeopleError.INVALID_TOKEN);
    }
    if (known > 0 && userId != known) {
      throw new DomainException(ChatError.NOT_SENDER);
    }
    sockets.put(new ChatSocket(sender.connectionId(), userId, headers.text("version")));
    return userId == 0 ? Outcome.ok() : Outcome.reply(Map.of("user-name", Long.toString(userId)));
  }

  /** Clients write the header as in a request, or its name in lower case. */
  private static Optional<String> token(Fields headers) {
    return headers
        .optionalText("Authorization")
        .or(() -> headers.optionalText("authorization"))
        .map(value ->
            value.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? value.substring(BEARER.length()).strip()
                : value);
  }
}
