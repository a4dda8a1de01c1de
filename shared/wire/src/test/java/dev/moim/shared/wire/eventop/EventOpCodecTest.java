package dev.moim.shared.wire.eventop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.wire.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventOpCodecTest {

  private static final String CHAT = "{\"eventOp\":\"chat\",\"reqId\":\"r-1\",\"message\":\"hi\"}";

  @Test
  void readsAFrame() {
    EventOpRequest request = EventOpCodec.decode(CHAT);
    assertThat(request.eventOp()).isEqualTo("chat");
    assertThat(request.reqId()).isEqualTo("r-1");
    assertThat(request.fields().text("message")).isEqualTo("hi");
    assertThat(request.malformed()).isFalse();
  }

  @Test
  void readsAnArgumentThatIsATreeOrItsText() {
    assertThat(EventOpCodec.decode(Json.read(CHAT))).isEqualTo(EventOpCodec.decode(CHAT));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "null",
        "{}",
        "{\"eventOp\":7}",
        "{\"eventOp\":\"\"}",
        "\"{\\\"eventOp\\\":\\\"chat\\\"}\""
      })
  void whatNamesNoOperationIsMalformed(String frame) {
    EventOpRequest request = EventOpCodec.decode(frame);
    assertThat(request.malformed()).isTrue();
    assertThat(Json.write(EventOpCodec.reply(request, "400", "bad", Map.of())))
        .isEqualTo("{\"eventOp\":\"\",\"code\":\"400\",\"message\":\"bad\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"r\"", "7", "12345678901234567890", "{\"a\":[1.50]}", "false", "\"\""})
  void echoesTheReqIdAsItCame(String reqId) {
    for (String eventOp : new String[] {"\"chat\"", "[]"}) {
      EventOpRequest request =
          EventOpCodec.decode("{\"eventOp\":%s,\"reqId\":%s}".formatted(eventOp, reqId));
      assertThat(Json.write(EventOpCodec.reply(request, "200", "ok", Map.of())))
          .contains("\"reqId\":" + reqId + ",\"code\"");
    }
  }

  @Test
  void repliesInTheDocumentedOrder() {
    Map<String, Object> extra = Map.of("roomId", "r1", "code", "999", "eventOp", "other");
    assertThat(Json.write(EventOpCodec.reply(EventOpCodec.decode(CHAT), "200", "ok", extra)))
        .isEqualTo(
            "{\"eventOp\":\"chat\",\"reqId\":\"r-1\",\"code\":\"200\",\"message\":\"ok\","
                + "\"roomId\":\"r1\"}");
  }
}
