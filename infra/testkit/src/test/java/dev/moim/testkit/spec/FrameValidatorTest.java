package dev.moim.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameValidatorTest {

  private static final String MEMBER =
      """
      {"id":"ann","userId":"ann","name":"Ann","userType":"host","device":"","video":true,
       "audio":true,"permit":{"screen":true,"chat":true,"whiteboard":true,
       "draw":true,"document":true}}
      """;

  private final FrameValidator validator = FrameValidator.ofProject();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'eventOp':'leaveRoom','reqId':'1','code':'200','message':'ok','roomId':'r1','rev':3}",
        "{'eventOp':'leaveRoom','code':'412','message':'not a member of the room'}",
        "{'eventOp':'createRoom','reqId':7,'code':'443','message':'the room already exists'}",
        "{'eventOp':'','code':'400','message':'no object'}",
        "{'eventOp':'flyToTheMoon','code':'405','message':'unknown eventOp'}",
        "{'eventOp':'presence','type':'leave','roomId':'r1','user':'ann','host':'ben','rev':4}",
        "{'eventOp':'presence','type':'inform','roomId':'r1','user':'ann','message':[1,null],"
            + "'sentAt':'2026-01-01T00:00:00.000Z'}",
        "{'eventOp':'sdp','user':'ann','sender':'ann','sdp':{'type':'offer'},'whatever':1}",
        "{'eventOp':'register','code':'200','message':'ok','userId':'ann','recovered':false,"
            + "'resumeToken':'0123456789012345678901','iceServers':[{'urls':['stun:a:1']},"
            + "{'urls':['turn:a:1'],'username':'u','credential':'c'}]}",
      })
  void acceptsWhatIsDescribed(String frame) {
    assertThat(validator.problems(json(frame))).isEmpty();
    assertThatCode(() -> validator.assertValid(json(frame))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      textBlock =
          """
          {'eventOp':'leaveRoom','code':200,'message':'ok','roomId':'r1'}            | code
          {'eventOp':'leaveRoom','code':'200','message':'ok'}                        | roomId
          {'eventOp':'leaveRoom','code':'200','message':'ok','roomId':'r1','x':1}    | 'x'
          {'eventOp':'leaveRoom','code':'442','message':'not its code'}              | code
          {'eventOp':'leaveRoom','code':'412','message':'m','roomId':'r1'}           | roomId
          {'eventOp':'leaveRoom','code':'412'}                                       | message
          {'eventOp':'flyToTheMoon','code':'200','message':'ok'}                     | code
          {'eventOp':'presence','type':'vanish','roomId':'r1'}                       | vanish
          {'eventOp':'presence','type':'leave','roomId':'r1','user':'a','host':'b'}  | rev
          {'eventOp':'presence','type':'leave','roomId':'r','user':{},'host':'','rev':1} | user
          {'eventOp':'sdp','sdp':{},'sender':'ann'}                                  | user
          {'eventOp':'chat','user':'ann','sender':'ann','message':'hi'}              | chat
          {'message':'Internal server error','connectionId':'c','requestId':'r'}     | gateway
          {'eventOp':'leaveRoom','eventOp':'chat','code':'410','message':'m'}        | eventOp
          {'eventOp':'leaveRoom','code':'410','message':'m'} {}                      | not JSON
          ['eventOp']                                                                | no JSON object
          42                                                                         | no JSON object
          """)
  void refusesWhatIsNot(String frame, String reason) {
    assertThatThrownBy(() -> validator.assertValid(json(frame)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(reason)
        .hasMessageEndingWith("in the frame " + json(frame));
  }

  @Test
  void refusesAnEmptyFrame() {
    assertThat(validator.problems("")).singleElement().asString().contains("empty frame");
  }

  @Test
  void readsMembersDeeply() {
    String join =
        """
        {"eventOp":"joinRoom","code":"200","message":"ok","roomId":"r1","members":{"ann":%s},
         "isRecording":false,"media":false,"title":"","capacity":2,"locked":false,"host":"ann","share":null,
         "createdAt":"2026-11-21T09:00:00Z","fileServerUrl":"","talkingNoty":false,"rev":1,
         "recovered":false}
        """;
    assertThat(validator.problems(join.formatted(MEMBER))).isEmpty();
    assertThat(validator.problems(join.formatted(MEMBER).replace("\"draw\":true,", "")))
        .singleElement()
        .asString()
        .contains("/members/ann/permit", "draw");
    assertThat(validator.problems(join.formatted(MEMBER).replace("2026-11-21T", "21.11.2026 ")))
        .singleElement()
        .asString()
        .contains("/createdAt");
  }

  private static String json(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }
}
