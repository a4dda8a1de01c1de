package dev.moim.checks.house;

import dev.moim.checks.house.MainCode.Parameter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How main code is written here. Each rule returns what breaks it, one line each. */
final class HouseRules {

  private static final int FILE_LINES = 250;
  private static final int METHOD_LINES = 30;
  private static final int FIELDS = 10;
  private static final int PARAMETERS = 7;

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

  private final MainCode code;

  HouseRules(MainCode code) {
    this.code = code;
  }

  List<String> longFiles() {
    return code.files().stream()
        .filter(file -> file.lines().size() > FILE_LINES)
        .map(file -> file.path() + " has " + file.lines().size() + " lines")
        .toList();
  }

  List<String> longMethods() {
    return code.methods().stream()
        .filter(method -> method.lines() > METHOD_LINES)
        .map(method -> method.where() + " has " + method.lines() + " lines")
        .toList();
  }

  /** A record is its fields; everything else with so many does too much. */
  List<String> bigClasses() {
    return code.types().stream()
        .filter(type -> !type.isRecord() && type.fields().size() > FIELDS)
        .map(type -> type.where() + " has " + type.fields().size() + " fields")
        .toList();
  }

  /** Of methods and of constructors that somebody wrote; a record is as long as its fields. */
  List<String> longParameterLists() {
    return code.methods().stream()
        .filter(method -> method.parameters().size() > PARAMETERS)
        .map(method -> method.where() + " takes " + method.parameters().size() + " parameters")
        .toList();
  }

  /**
   * The compiler cannot tell one id from another, and readers of a call cannot either. A record of
   * ids and nothing else is the remedy, so it may.
   */
  List<String> idsSideBySide() {
    Stream<String> records =
        code.types().stream()
            .filter(type -> type.isRecord() && !type.fields().stream().allMatch(HouseRules::isId))
            .flatMap(type -> idsSideBySide(type.where(), type.fields()));
    Stream<String> methods =
        code.methods().stream()
            .flatMap(method -> idsSideBySide(method.where(), method.parameters()));
    return Stream.concat(records, methods).toList();
  }

  private static Stream<String> idsSideBySide(String where, List<Parameter> all) {
    return IntStream.range(1, all.size())
        .filter(i -> isId(all.get(i - 1)) && isId(all.get(i)))
        .mapToObj(i -> where + ": " + all.get(i - 1).name() + " next to " + all.get(i).name());
  }

  private static boolean isId(Parameter parameter) {
    return parameter.type().matches("(.*[ .])?String") && parameter.name().matches("id|.*Id");
  }

  List<String> repetitions() {
    return Twins.in(code.files());
  }

  /** What runs on AWS knows nothing of how it is tested, described and run locally. */
  List<String> sharedUsingInfra() {
    Set<String> infra = new TreeSet<>();
    in("infra/")
        .forEach(file ->
            PACKAGE.matcher(file.text()).results().forEach(found -> infra.add(found.group(1))));
    if (infra.isEmpty()) {
      return List.of();
    }
    Pattern use = Pattern.compile("\\b(" + String.join("|", infra) + ")\\.\\w+");
    return in("shared/")
        .flatMap(file ->
            use.matcher(file.text())
                .results()
                .map(MatchResult::group)
                .distinct()
                .map(name -> file.path() + " uses " + name))
        .toList();
  }

  private Stream<MainCode.File> in(String folder) {
    return code.files().stream().filter(file -> file.path().startsWith(folder));
  }
}
