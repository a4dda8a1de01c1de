package dev.moim.accounts.http;

import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.people.form.Fault;
import dev.moim.shared.people.form.InvalidForm;
import java.util.LinkedHashMap;
import java.util.Map;

/** A route of this family. */
abstract class AccountEndpoint extends HttpEndpoint {

  private final Runnable warmUp;

  /**
   * @param warmUp does what the first request would, without a lasting effect
   */
  AccountEndpoint(Runnable warmUp) {
    super(new AccountErrors());
    this.warmUp = warmUp;
  }

  abstract HttpReply answer(HttpRequest request);

  @Override
  protected final HttpReply serve(HttpRequest request) {
    try {
      return answer(request);
    } catch (InvalidForm invalid) {
      return HttpReply.of(400, body(invalid));
    }
  }

  private static Map<String, ?> body(InvalidForm invalid) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("message", AccountErrors.INVALID_REQUEST);
    body.put("code", AccountErrors.VALIDATION_ERROR);
    body.put("details", invalid.faults().stream().map(AccountEndpoint::detail).toList());
    return body;
  }

  private static Map<String, String> detail(Fault fault) {
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("field", fault.field());
    detail.put("message", fault.message());
    return detail;
  }

  static HttpReply message(int status, String text) {
    return HttpReply.of(status, Map.of("message", text));
  }

  @Override
  protected final void prime() {
    warmUp.run();
  }
}
