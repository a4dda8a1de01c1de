package dev.moim.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.local.socket.TestSocket;
import dev.moim.shared.wire.json.Json;
import dev.moim.testkit.spec.FrameValidator;
import java.util.LinkedHashMap;
import java.util.Map;

/** A registered user of the calls socket, whose every answer is held against its description. */
final class CallsUser {

  private static final FrameValidator DESCRIBED = FrameValidator.ofProject();

  private final String id;
  private final TestSocket socket;

  CallsUser(CallsCloud calls, String id) throws InterruptedException {
    this.id = id;
    socket = TestSocket.open(calls.socketUrl());
    Map<String, Object> reply =
        ask(
            "register",
            Map.of(
                "cpCode", calls.license().license().cpCode(),
                "authKey", calls.license().authKey(),
                "ipAddr", "127.0.0.1"));
    assertThat(reply).containsEntry("code", "200");
  }

  TestSocket socket() {
    return socket;
  }

  void tell(String eventOp, Map<String, Object> fields) {
    send(eventOp, fields, Map.of());
  }

  Map<String, Object> ask(String eventOp, Map<String, Object> fields) throws InterruptedException {
    send(eventOp, fields, Map.of("reqId", "q"));
    return next();
  }

  private void send(String eventOp, Map<String, Object> fields, Map<String, Object> more) {
    Map<String, Object> frame = new LinkedHashMap<>(fields);
    frame.put("eventOp", eventOp);
    frame.put("userId", id);
    frame.putAll(more);
    socket.send(Json.write(frame));
  }

  Map<String, Object> next() throws InterruptedException {
    String frame = socket.next();
    DESCRIBED.assertValid(frame);
    return Json.readObject(frame);
  }
}
