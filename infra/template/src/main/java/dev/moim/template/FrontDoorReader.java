package dev.moim.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The behaviours of a CloudFront distribution. A condition does not matter here: a deployment may
 * do without the front door, whereas a runtime that has one address for all is one.
 */
final class FrontDoorReader {

  private static final Pattern POLLING =
      Pattern.compile("selectRequestOriginById\\('(\\w+)'\\);\\s+request\\.uri = '([^']+)'");

  private FrontDoorReader() {}

  static Optional<FrontDoor> find(Stack stack) {
    return Stream.concat(
            stack.declared("AWS::CloudFront::Distribution").stream()
                .map(distribution -> read(distribution, stack)),
            stack.nestedOrNot().stream().map(FrontDoorReader::find).flatMap(Optional::stream))
        .findFirst();
  }

  private static FrontDoor read(Resource distribution, Stack stack) {
    Resource config = distribution.part("DistributionConfig");
    Map<String, String> apis =
        config.parts("Origins").stream()
            .collect(
                Collectors.toMap(
                    origin -> origin.text("Id"), origin -> api(origin.text("DomainName"))));
    List<FrontDoor.Path> paths =
        config.parts("CacheBehaviors").stream()
            .map(behavior ->
                new FrontDoor.Path(
                    behavior.text("PathPattern"), origin(apis, behavior.text("TargetOriginId"))))
            .toList();
    return new FrontDoor(paths, polling(stack, apis));
  }

  /** What the function in front of the sockets does with a request that is none for them. */
  private static Optional<FrontDoor.Polling> polling(Stack stack, Map<String, String> apis) {
    return stack.declared("AWS::CloudFront::Function").stream()
        .map(function -> POLLING.matcher(function.text("FunctionCode")))
        .filter(Matcher::find)
        .map(found -> new FrontDoor.Polling(origin(apis, found.group(1)), found.group(2)))
        .findFirst();
  }

  private static String origin(Map<String, String> apis, String id) {
    return Values.require("origin " + id, apis.get(id));
  }

  /** The API's name in {@code <api>.execute-api.<region>.amazonaws.com}. */
  private static String api(String domain) {
    return domain.split("\\.", 2)[0];
  }
}
