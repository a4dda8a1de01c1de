package dev.moim.studies.http;

import dev.moim.shared.groups.Mirrors.Tenant;
import dev.moim.shared.kernel.FieldException;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.people.PersonIds;
import dev.moim.studies.MirrorWiring;

/**
 * A route for the servers of tenants that keep their studies themselves: with a license's token.
 */
abstract class MirrorEndpoint extends HttpEndpoint {

  /** Meetings, whose calls are kept like those of studies, are numbered from here on. */
  private static final long FIRST_MEETING = 10_000_000_000_000L;

  private final MirrorWiring wiring;

  MirrorEndpoint(MirrorWiring wiring) {
    super(StudyErrors.USUAL);
    this.wiring = wiring;
  }

  abstract HttpReply serve(HttpRequest request, Tenant tenant);

  @Override
  protected final HttpReply serve(HttpRequest request) {
    var token = request.header("s-connector-jwt").or(request::bearer);
    return serve(request, new Tenant(wiring.tenants().admit(token).id()));
  }

  /** The tenant's own, whatever it looks like; only what our keys cannot hold is refused. */
  static String studyId(HttpRequest request) {
    String id = request.pathParameter("studyId");
    if (!MemberRequests.isUsable(id) || PersonIds.parse(id) >= FIRST_MEETING) {
      throw FieldException.invalid("studyId", "at most 64 bytes, and no number of 14 digits");
    }
    return id;
  }

  @Override
  protected final void prime() {
    wiring.prime();
  }
}
