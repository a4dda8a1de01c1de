package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.lambda.Examples;
import dev.moim.template.Function;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each function rehearses the events of its own routes before its snapshot, and all of them. */
class RehearsedEventsTest {

  @Test
  void everyHandlerKnowsItsEvents() throws Exception {
    for (Family family : Family.all()) {
      Map<Function, Set<String>> files =
          GoldenEvents.functions(family).entrySet().stream()
              .collect(
                  Collectors.groupingBy(
                      Map.Entry::getValue,
                      Collectors.mapping(
                          it -> it.getKey().replace(".json", ""),
                          Collectors.toCollection(TreeSet::new))));
      for (Map.Entry<Function, Set<String>> each : files.entrySet()) {
        assertThat(known(Class.forName(each.getKey().handler())))
            .as("@Examples of " + each.getKey().handler())
            .containsExactlyInAnyOrderElementsOf(each.getValue());
      }
    }
  }

  private static Set<String> known(Class<?> handler) {
    Examples examples = handler.getAnnotation(Examples.class);
    if (examples != null) {
      return Set.of(examples.value());
    }
    String name = handler.getSimpleName().replaceFirst("Handler$", "");
    return Set.of(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
  }
}
