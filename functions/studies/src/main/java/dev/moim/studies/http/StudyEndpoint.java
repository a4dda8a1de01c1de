package dev.moim.studies.http;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Utf8;
import dev.moim.shared.lambda.HttpEndpoint;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.StudiesWiring;
import dev.moim.studies.StudyError;
import dev.moim.studies.User;

/** A route of this family: somebody asks, and it is known who. */
abstract class StudyEndpoint extends HttpEndpoint {

  /** No id of ours is longer, and no key of the database takes a longer one. */
  private static final int MAX_ID = 64;

  private final StudiesWiring wiring;

  StudyEndpoint(StudiesWiring wiring) {
    this(wiring, StudyErrors.USUAL);
  }

  StudyEndpoint(StudiesWiring wiring, StudyErrors errors) {
    super(errors);
    this.wiring = wiring;
  }

  abstract HttpReply serve(HttpRequest request, User user);

  @Override
  protected final HttpReply serve(HttpRequest request) {
    User user =
        wiring
            .callers()
            .find(request)
            .orElseThrow(() -> new DomainException(StudyError.AUTH_REQUIRED));
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
  protected void prime() {
    wiring.prime();
  }
}
