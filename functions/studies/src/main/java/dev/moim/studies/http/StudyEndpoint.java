package dev.moim.studies.http;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Utf8;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;
import dev.moim.studies.identity.Credentials;

/** A route of this family: somebody asks, and it is known who. */
abstract class StudyEndpoint extends HttpEndpoint {

  /** No id of ours is longer, and no key of the database takes a longer one. */
  private static final int MAX_ID = 64;

  private final RouteSetup setup;

  StudyEndpoint(RouteSetup setup) {
    this(setup, StudyErrors.USUAL);
  }

  StudyEndpoint(RouteSetup setup, StudyErrors errors) {
    super(errors);
    this.setup = setup;
  }

  abstract HttpReply serve(HttpRequest request, User user);

  @Override
  protected final HttpReply serve(HttpRequest request) {
    User user =
        setup
            .identities()
            .ofRequest(new Credentials(request.bearer(), request.cookies()))
            .known()
            .orElseThrow(() -> new DomainException(StudyError.AUTH_REQUIRED));
    if (request.bearer().isEmpty()) {
      setup.cookies().check(request);
    }
    return serve(request, user);
  }

  /** Nobody is a member of a study that cannot exist. */
  static String studyId(HttpRequest request) {
    String id = request.pathParameter("studyId");
    if (id.isEmpty() || Utf8.bytes(id) > MAX_ID) {
      throw new DomainException(StudyError.NOT_STUDY_MEMBER);
    }
    return id;
  }

  /** Nor does anybody have an id that our keys have no room for. */
  static String userId(HttpRequest request) {
    String id = request.pathParameter("userId");
    if (id.isEmpty() || Utf8.bytes(id) > MAX_ID) {
      throw new DomainException(StudyError.PARTICIPANT_NOT_FOUND);
    }
    return id;
  }

  @Override
  protected final void prime() {
    setup.warmUp().run();
  }
}
