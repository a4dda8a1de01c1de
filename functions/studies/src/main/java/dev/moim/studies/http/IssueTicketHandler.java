package dev.moim.studies.http;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.HttpReply;
import dev.moim.shared.lambda.HttpRequest;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.studies.IdentityWiring;
import dev.moim.studies.User;
import dev.moim.studies.identity.Identities;
import java.util.Map;

/**
 * {@code POST /api/my-studies/socket-ticket}: what a page opens the study's socket with, since its
 * session cookie does not reach another host. Not a single request to DynamoDB.
 */
public final class IssueTicketHandler extends StudyEndpoint {

  private final Identities identities;

  public IssueTicketHandler() {
    this(IdentityWiring.routes(Deployment.of(Environment.settings()), () -> {}));
  }

  /** Nothing is warmed up: all that is read are secrets, which a snapshot must not hold. */
  public IssueTicketHandler(RouteSetup setup) {
    super(setup);
    this.identities = setup.identities();
  }

  @Override
  HttpReply serve(HttpRequest request, User user) {
    return HttpReply.ok(
        Map.of(
            "ticket", identities.ticket(user),
            "expiresIn", UserTokens.TICKET_LIFE.toSeconds()));
  }
}
