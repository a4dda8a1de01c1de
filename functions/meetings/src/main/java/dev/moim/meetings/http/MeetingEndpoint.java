package dev.moim.meetings.http;

import dev.moim.meetings.MeetingError;
import dev.moim.meetings.meeting.Asked;
import dev.moim.meetings.participation.AskedAbout;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.people.PersonIds;
import dev.moim.shared.people.form.Fault;
import dev.moim.shared.people.form.InvalidForm;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A route of this family. */
abstract class MeetingEndpoint extends HttpEndpoint {

  private static final int NO_CONTENT = 204;

  private final RouteSetup setup;

  MeetingEndpoint(RouteSetup setup) {
    super(new MeetingErrors());
    this.setup = setup;
  }

  abstract HttpReply answer(HttpRequest request);

  @Override
  protected final HttpReply serve(HttpRequest request) {
    try {
      return answer(request);
    } catch (InvalidForm invalid) {
      return HttpReply.of(MeetingError.INVALID_FORM.status(), body(invalid));
    }
  }

  private static Map<String, ?> body(InvalidForm invalid) {
    return MeetingErrors.form(
        MeetingError.INVALID_FORM.message(),
        invalid.faults().stream().map(MeetingEndpoint::error).toList());
  }

  private static Map<String, @Nullable Object> error(Fault fault) {
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("field", fault.field());
    error.put("message", fault.message());
    error.put("rejectedValue", fault.rejected());
    return error;
  }

  /**
   * Who asks.
   *
   * @throws dev.moim.shared.kernel.DomainException a {@link dev.moim.shared.people.PeopleError}
   */
  final long caller(HttpRequest request) {
    return setup.callers().of(request.bearer()).id();
  }

  /** Who asks about the meeting of the path. */
  final Asked asked(HttpRequest request) {
    return new Asked(caller(request), id(request, "meetingId"));
  }

  /** Who asks about the application of the path. */
  final AskedAbout askedAbout(HttpRequest request) {
    return new AskedAbout(caller(request), id(request, "participationId"));
  }

  /** What is no id is nobody's. */
  static long id(HttpRequest request, String parameter) {
    return PersonIds.parse(request.pathParameter(parameter));
  }

  final MeetingView view() {
    return setup.view();
  }

  static HttpReply nothing() {
    return HttpReply.of(NO_CONTENT, Map.of());
  }

  @Override
  protected final void prime() {
    setup.warmUp().run();
  }
}
