package dev.moim.calls.session;

import dev.moim.calls.CallFields;
import dev.moim.calls.connection.Connection;
import dev.moim.calls.connection.Connections;
import dev.moim.calls.room.Membership;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.kernel.Fields;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.Outcome;
import dev.moim.shared.sockets.Sender;
import java.util.Map;

/** {@code changeName}: another display name, here and in every room. The document tells nobody. */
public final class ChangeName implements Operation {

  private final Membership membership;
  private final Connections connections;
  private final Rename rename;

  public ChangeName(Membership membership, Connections connections, Rename rename) {
    this.membership = membership;
    this.connections = connections;
    this.rename = rename;
  }

  @Override
  public Outcome run(Sender sender, Fields request) {
    String userId = CallFields.userId(request);
    String name = CallFields.name(request).orElseThrow(() -> FieldException.missing("name"));
    Connection caller = membership.registered(sender, userId);
    connections.rename(caller, name);
    rename.everywhere(caller, name, sender.receivedAt());
    return Outcome.reply(Map.of("name", name));
  }
}
