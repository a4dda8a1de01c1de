package dev.moim.testkit.livekit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.moim.testkit.livekit.FakeFaults.Fault;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import livekit.LivekitModels.Room;
import livekit.LivekitRoom.CreateRoomRequest;
import livekit.LivekitRoom.DeleteRoomRequest;
import livekit.LivekitRoom.DeleteRoomResponse;
import livekit.LivekitRoom.ListParticipantsRequest;
import livekit.LivekitRoom.ListParticipantsResponse;
import livekit.LivekitRoom.ListRoomsResponse;
import livekit.LivekitRoom.RemoveParticipantResponse;
import livekit.LivekitRoom.RoomParticipantIdentity;
import livekit.LivekitRoom.UpdateParticipantRequest;

/**
 * {@code livekit.RoomService} over Twirp v7: POST of a protobuf message to a path that ends with
 * the method, errors as {@code {"code":…,"msg":…}}.
 */
final class TwirpApi implements HttpHandler {

  /** The revocation time, which the SDK's message does not have yet. */
  private static final int REVOKE_TOKENS_UNTIL = 3;

  private final FakeRooms rooms;
  private final Tokens tokens;
  private final FakeFaults faults;

  TwirpApi(FakeRooms rooms, Tokens tokens, FakeFaults faults) {
    this.rooms = rooms;
    this.tokens = tokens;
    this.faults = faults;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String method = path.substring(path.lastIndexOf('/') + 1);
    byte[] body = exchange.getRequestBody().readAllBytes();
    String authorization =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    try (exchange) {
      switch (faults.next(method).orElse(null)) {
        case null -> send(exchange, answer(method, body, authorization));
        case Fault.Status(String ignored, int status) ->
            send(exchange, Answer.error(status, "unavailable"));
        case Fault.Delay delay -> {
          Answer answer = answer(method, body, authorization);
          pause(delay);
          send(exchange, answer);
        }
        case Fault.Drop drop -> {
          if (drop.afterwards()) {
            answer(method, body, authorization);
          }
        }
      }
    }
  }

  private Answer answer(String method, byte[] body, String authorization) {
    try {
      return switch (method) {
        case "CreateRoom" -> {
          var request = CreateRoomRequest.parseFrom(body);
          yield allowed(authorization, "roomCreate", "", () -> Answer.of(create(request)));
        }
        case "ListRooms" -> allowed(authorization, "roomList", "", this::list);
        case "DeleteRoom" -> {
          String room = DeleteRoomRequest.parseFrom(body).getRoom();
          yield allowed(authorization, "roomCreate", "", () -> delete(room));
        }
        case "ListParticipants" -> {
          String room = ListParticipantsRequest.parseFrom(body).getRoom();
          yield allowed(authorization, "roomAdmin", room, () -> participants(room));
        }
        case "RemoveParticipant" -> {
          var who = RoomParticipantIdentity.parseFrom(body);
          yield allowed(authorization, "roomAdmin", who.getRoom(), () -> remove(who));
        }
        case "UpdateParticipant" -> {
          var update = UpdateParticipantRequest.parseFrom(body);
          yield allowed(authorization, "roomAdmin", update.getRoom(), () -> update(update));
        }
        default -> Answer.error(404, "bad_route");
      };
    } catch (InvalidProtocolBufferException e) {
      return Answer.error(400, "malformed");
    }
  }

  private Answer list() {
    return Answer.of(ListRoomsResponse.newBuilder().addAllRooms(rooms.all()).build());
  }

  private Answer allowed(String authorization, String grant, String room, Supplier<Answer> action) {
    return tokens.grants(authorization, grant, room)
        ? action.get()
        : Answer.error(401, "unauthenticated");
  }

  private Room create(CreateRoomRequest request) {
    return rooms.create(
        Room.newBuilder()
            .setName(request.getName())
            .setEmptyTimeout(request.getEmptyTimeout())
            .setMaxParticipants(request.getMaxParticipants())
            .setMetadata(request.getMetadata())
            .build());
  }

  private Answer delete(String room) {
    return rooms.delete(room)
        ? Answer.of(DeleteRoomResponse.getDefaultInstance())
        : Answer.error(404, "not_found");
  }

  private Answer participants(String room) {
    return Answer.of(
        ListParticipantsResponse.newBuilder().addAllParticipants(rooms.participants(room)).build());
  }

  private Answer update(UpdateParticipantRequest update) {
    return rooms
        .permit(update.getRoom(), update.getIdentity(), update.getPermission())
        .<Answer>map(Answer::of)
        .orElseGet(() -> Answer.error(404, "not_found"));
  }

  private Answer remove(RoomParticipantIdentity who) {
    var revocation = who.getUnknownFields().getField(REVOKE_TOKENS_UNTIL).getVarintList();
    Instant until =
        revocation.isEmpty() ? Instant.EPOCH : Instant.ofEpochSecond(revocation.getFirst());
    return rooms.remove(who.getRoom(), who.getIdentity(), until)
        ? Answer.of(RemoveParticipantResponse.getDefaultInstance())
        : Answer.error(404, "not_found");
  }

  private static void pause(Fault.Delay delay) {
    try {
      TimeUnit.NANOSECONDS.sleep(delay.duration().toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(
        answer.status(), answer.body().isEmpty() ? -1 : answer.body().size());
    answer.body().writeTo(exchange.getResponseBody());
  }

  private record Answer(int status, String type, ByteString body) {
    static Answer of(Message message) {
      return new Answer(200, "application/protobuf", message.toByteString());
    }

    static Answer error(int status, String code) {
      String json = "{\"code\":\"" + code + "\",\"msg\":\"from a fake\"}";
      return new Answer(status, "application/json", ByteString.copyFromUtf8(json));
    }
  }
}
