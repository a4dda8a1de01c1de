package dev.moim.shared.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.testkit.RootTemplate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * log4j loads the class of every plugin in its lists, some 250, to use a dozen. A function's jar
 * has a shorter list in their place, made of theirs: what our configuration and layout name.
 */
class LogPluginsTest {

  private static final String NAME =
      "META-INF/org/apache/logging/log4j/core/config/plugins/Log4j2Plugins.dat";

  private static final Path OURS =
      RootTemplate.folder().resolve("shared/lambda/src/main/resources").resolve(NAME);

  /** Of each category; all where there are no names. */
  private static final Map<String, Set<String>> KEPT =
      Map.of(
          "configurationfactory",
          Set.of("propertiesconfigurationfactory", "xmlconfigurationfactory"),
          "core",
          Set.of(
              "appender-ref",
              "appenderref",
              "appenders",
              "console",
              "loggers",
              "root",
              "logger",
              "property",
              "properties",
              "jsontemplatelayout",
              "eventtemplateadditionalfield"),
          "jsontemplateresolverfactory",
          Set.of(),
          "jsontemplateresolverinterceptor",
          Set.of(),
          "lookup",
          Set.of("env", "sys"),
          "typeconverter",
          Set.of());

  private record Plugin(String className, String name, boolean printable, boolean defers) {}

  @Test
  void theListIsMadeOfTheLibrariesOwn() throws IOException {
    Map<String, Map<String, Plugin>> all = new TreeMap<>();
    for (URL list : Collections.list(getClass().getClassLoader().getResources(NAME))) {
      if (list.getProtocol().equals("jar") && !list.getPath().contains("moim-lambda")) {
        try (InputStream in = list.openStream()) {
          read(in.readAllBytes())
              .forEach((category, plugins) ->
                  all.computeIfAbsent(category, it -> new TreeMap<>()).putAll(plugins));
        }
      }
    }
    KEPT.forEach((category, names) -> {
      assertThat(all).containsKey(category);
      assertThat(all.get(category).keySet()).as(category).containsAll(names);
      all.get(category).keySet().removeIf(name -> !names.isEmpty() && !names.contains(name));
    });
    all.keySet().retainAll(KEPT.keySet());

    byte[] expected = write(all);
    if (!List.of(all).equals(List.of(read(Files.readAllBytes(OURS))))) {
      Path made =
          Files.write(
              RootTemplate.folder().resolve("shared/lambda/target/Log4j2Plugins.dat"), expected);
      assertThat(OURS).as("copy " + made + " here").hasBinaryContent(expected);
    }
  }

  private static Map<String, Map<String, Plugin>> read(byte[] list) throws IOException {
    Map<String, Map<String, Plugin>> found = new TreeMap<>();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(list));
    for (int categories = in.readInt(); categories > 0; categories--) {
      Map<String, Plugin> plugins = found.computeIfAbsent(in.readUTF(), it -> new TreeMap<>());
      for (int count = in.readInt(); count > 0; count--) {
        plugins.put(
            in.readUTF(),
            new Plugin(in.readUTF(), in.readUTF(), in.readBoolean(), in.readBoolean()));
      }
    }
    return found;
  }

  private static byte[] write(Map<String, Map<String, Plugin>> all) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(all.size());
    for (Map.Entry<String, Map<String, Plugin>> category : all.entrySet()) {
      out.writeUTF(category.getKey());
      out.writeInt(category.getValue().size());
      for (Map.Entry<String, Plugin> entry : category.getValue().entrySet()) {
        Plugin plugin = entry.getValue();
        out.writeUTF(entry.getKey());
        out.writeUTF(plugin.className());
        out.writeUTF(plugin.name());
        out.writeBoolean(plugin.printable());
        out.writeBoolean(plugin.defers());
      }
    }
    return bytes.toByteArray();
  }
}
