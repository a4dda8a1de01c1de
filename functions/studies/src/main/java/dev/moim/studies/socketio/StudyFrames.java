package dev.moim.studies.socketio;

import dev.moim.shared.kernel.MalformedException;
import dev.moim.shared.sockets.Answer;
import dev.moim.shared.sockets.Dispatcher;
import dev.moim.shared.sockets.Framing;
import dev.moim.shared.sockets.Sender;
import dev.moim.shared.sockets.socketio.SocketIoServer;
import dev.moim.shared.sockets.websocket.FrameEndpoint;
import dev.moim.studies.signal.ErrorEvent;
import java.util.List;

/** A Socket.IO server that answers what is no packet with an {@code error} event. */
public final class StudyFrames implements FrameEndpoint.Frames {

  private final SocketIoServer server;
  private final Dispatcher dispatcher;
  private final Framing framing;

  public StudyFrames(SocketIoServer server, Dispatcher dispatcher, Framing framing) {
    this.server = server;
    this.dispatcher = dispatcher;
    this.framing = framing;
  }

  @Override
  public List<String> answer(Sender sender, String frame) {
    try {
      return server.answer(sender, frame);
    } catch (MalformedException noPacket) {
      return dispatcher.malformed(String.valueOf(noPacket.getMessage()))
              instanceof Answer.Refused(var refusal)
          ? List.of(framing.frame(sender.dialect(), framing.payload(ErrorEvent.of(refusal))))
          : List.of();
    }
  }
}
