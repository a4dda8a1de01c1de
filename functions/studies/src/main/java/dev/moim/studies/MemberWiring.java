package dev.moim.studies;

import dev.moim.shared.aws.Deployment;
import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.dynamodb.DynamoGroups;
import dev.moim.studies.http.RouteSetup;
import dev.moim.studies.member.CreateStudy;
import dev.moim.studies.member.ManageMembers;
import java.util.List;

/** Puts together what studies and their members need. */
public final class MemberWiring {

  private final Deployment deployment;
  private final Groups groups;

  public MemberWiring(Deployment deployment) {
    this.deployment = deployment;
    groups = new DynamoGroups(deployment.dynamo(), deployment.settings().require("GROUPS_TABLE"));
  }

  public RouteSetup routes() {
    return IdentityWiring.routes(deployment, () -> groups.findAll("-", List.of("-")));
  }

  public Groups groups() {
    return groups;
  }

  public CreateStudy createStudy() {
    return new CreateStudy(groups, deployment.clock());
  }

  public ManageMembers manageMembers() {
    return new ManageMembers(
        groups,
        deployment.clock(),
        deployment.settings().find("TRUSTED_ADDERS").filter("true"::equals).isPresent());
  }
}
