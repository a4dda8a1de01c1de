package dev.moim.checks.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was left out of AWS's clients is missed by nobody: a class that is not in the jar shows only
 * when an operation is called for the first time.
 */
class PackedSdkTest {

  private static final String SDK = "software/amazon/awssdk/";

  /** What belongs to a service but its clients, which mention all operations there are. */
  private static final Pattern PART =
      Pattern.compile("(" + SDK + "services/\\w+/)\\w+/(.+)\\.class");

  private static final Pattern REQUEST =
      Pattern.compile("(" + SDK + "services/\\w+/)model/(\\w+)Request(?:\\$.+)?");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "calls",
        "calls-media",
        "licenses",
        "rooms",
        "rooms-media",
        "studies",
        "studies-media",
        "accounts",
        "meetings",
        "chat",
        "webhooks"
      })
  void everyClassThatIsMentionedIsThere(String name) throws IOException {
    try (JarFile jar = new JarFile(PackedJar.named(name).toFile())) {
      Set<String> packed =
          jar.stream().map(JarEntry::getName).collect(Collectors.toUnmodifiableSet());
      Set<String> mentioned = new TreeSet<>();
      Set<String> called = new TreeSet<>();
      for (String entry : packed) {
        if (entry.startsWith("dev/moim/") && entry.endsWith(".class")) {
          mentions(jar, entry)
              .forEach(type -> {
                mentioned.add(type + ".class");
                operation(type).forEach(called::add);
              });
        } else if (isWhole(entry, packed)) {
          mentions(jar, entry).forEach(type -> mentioned.add(type + ".class"));
        }
      }
      assertThat(called)
          .as("classes of operations that are called")
          .isNotEmpty()
          .isSubsetOf(packed);
      assertThat(mentioned).as("classes that are mentioned").hasSizeGreaterThan(100);
      mentioned.removeAll(packed);
      assertThat(mentioned).as("classes that are mentioned and not packed").isEmpty();
    }
  }

  /** A request without its builder is there for the verifier of the client, and is never made. */
  private static boolean isWhole(String name, Set<String> packed) {
    Matcher part = PART.matcher(name);
    if (!part.matches()) {
      return false;
    }
    String type = part.group(2);
    return !type.endsWith("Request")
        || packed.contains(part.group(1) + "model/" + type + "$Builder.class");
  }

  private static Stream<String> operation(String type) {
    Matcher request = REQUEST.matcher(type);
    if (!request.matches()) {
      return Stream.empty();
    }
    String service = request.group(1);
    String operation = request.group(2);
    return operation.endsWith("Write") || operation.equals("Put") || operation.equals("Delete")
        ? Stream.empty()
        : Stream.of(
            service + "model/" + operation + "Request$Builder.class",
            service + "model/" + operation + "Response$Builder.class",
            service + "transform/" + operation + "RequestMarshaller.class");
  }

  private static Stream<String> mentions(JarFile jar, String name) throws IOException {
    byte[] bytes = jar.getInputStream(jar.getEntry(name)).readAllBytes();
    Iterable<PoolEntry> pool = ClassFile.of().parse(bytes).constantPool();
    return StreamSupport.stream(pool.spliterator(), false)
        .filter(ClassEntry.class::isInstance)
        .map(entry -> ((ClassEntry) entry).asInternalName())
        .map(type -> type.replaceFirst("^\\[+L?", "").replace(";", ""))
        .filter(type -> type.startsWith(SDK));
  }
}
