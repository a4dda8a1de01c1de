package dev.moim.chat.http;

import dev.moim.chat.ChatError;
import dev.moim.chat.room.Asked;
import dev.moim.chat.room.Entry;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.people.PersonIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A route of this family. */
abstract class ChatEndpoint extends HttpEndpoint {

  private static final Pattern NUMBER = Pattern.compile("0*[1-9][0-9]*");

  private final RouteSetup setup;

  ChatEndpoint(RouteSetup setup) {
    super(new ChatErrors());
    this.setup = setup;
  }

  /** Who asks, by the token of their request. */
  final long caller(HttpRequest request) {
    return caller(request.bearer());
  }

  /** The same for somebody who shows their token elsewhere. */
  final long caller(Optional<String> token) {
    return setup.callers().of(token).id();
  }

  /** Who asks about the room of the path. */
  final Asked asked(HttpRequest request) {
    return new Asked(caller(request), id(request, "roomId"));
  }

  /**
   * An id of the path; one that nobody could have is nobody's.
   *
   * @throws DomainException {@link ChatError#INVALID} for what is no positive number
   */
  static long id(HttpRequest request, String parameter) {
    String text = request.pathParameter(parameter);
    if (!NUMBER.matcher(text).matches()) {
      throw new DomainException(ChatError.INVALID);
    }
    return PersonIds.parse(text);
  }

  final RoomView view() {
    return setup.view();
  }

  final HttpReply room(Entry entry) {
    return HttpReply.ok(view().room(entry));
  }

  final HttpReply rooms(List<Entry> entries) {
    return HttpReply.list(entries.stream().map(view()::room).toList());
  }

  static HttpReply nothing() {
    return HttpReply.of(204, Map.of());
  }

  @Override
  protected final void prime() {
    setup.warmUp().run();
  }
}
