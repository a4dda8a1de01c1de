package dev.moim.studies.http;

import dev.moim.shared.groups.jwt.UserTokens;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.studies.StudiesWiring;
import dev.moim.studies.User;
import java.util.Map;

/**
 * {@code POST /api/my-studies/socket-ticket}: what a page opens the study's socket with, since its
 * session cookie does not reach another host. Not a single request to DynamoDB.
 */
public final class IssueTicketHandler extends StudyEndpoint {

  private final StudiesWiring wiring;

  public IssueTicketHandler() {
    this(new StudiesWiring(Environment.settings()));
  }

  public IssueTicketHandler(StudiesWiring wiring) {
    super(wiring);
    this.wiring = wiring;
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    return HttpReply.ok(
        Map.of(
            "ticket", wiring.identities().ticket(user),
            "expiresIn", UserTokens.TICKET_LIFE.toSeconds()));
  }

  /** It reads nothing that could be warmed up but secrets, which a snapshot must not hold. */
  @Override
  protected void prime() {}
}
