package dev.moim.local.page;

import dev.moim.kakao.Answer;
import dev.moim.kakao.Ask;
import dev.moim.kakao.Kakao;
import dev.moim.local.http.Call;
import dev.moim.local.http.Endpoint;
import dev.moim.local.http.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** {@code /_local/kakao/…}: both of Kakao's hosts, played by this machine. */
public final class KakaoEndpoint implements Endpoint {

  public static final String PREFIX = "/_local/kakao";

  private static final int MAX_BYTES = 64 * 1024;

  private final Kakao kakao;

  public KakaoEndpoint(Kakao kakao) {
    this.kakao = kakao;
  }

  @Override
  public Optional<Reply> answer(Call call) throws IOException {
    if (!call.rawPath().startsWith(PREFIX + "/")) {
      return Optional.empty();
    }
    try {
      return Optional.of(reply(kakao.answer(ask(call))).notStored());
    } catch (IllegalArgumentException malformed) {
      return Optional.of(Reply.message(400, "Bad Request"));
    }
  }

  private static Ask ask(Call call) throws IOException {
    String body = new String(call.body(MAX_BYTES), StandardCharsets.UTF_8);
    boolean form =
        call.header("content-type")
            .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
            .isPresent();
    return new Ask(
        call.method(),
        call.rawPath().substring(PREFIX.length()),
        Ask.fields(call.rawQuery()),
        form ? Ask.fields(body) : Map.of(),
        call.header("authorization"));
  }

  private static Reply reply(Answer answer) {
    Reply reply =
        Reply.of(
            answer.status(), answer.contentType(), answer.body().getBytes(StandardCharsets.UTF_8));
    return answer.location().map(to -> reply.with("location", to)).orElse(reply);
  }
}
