package dev.moim.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads a template into plain maps, lists and scalars. CloudFormation's short tags come out in
 * their long form, so {@code !Ref A} and {@code {Ref: A}} are one thing to everybody else. Null
 * values are refused, as CloudFormation refuses them.
 */
final class TemplateYaml {

  private TemplateYaml() {}

  static Map<String, Object> read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read template " + file, e);
    }
  }

  static Map<String, Object> parse(String name, String text) {
    try {
      Object root = new Yaml(new Tags()).load(text);
      if (root instanceof Map<?, ?> map) {
        return strings(name, map);
      }
      throw new TemplateException(name + " is not a YAML mapping");
    } catch (YAMLException e) {
      throw new TemplateException(name + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> strings(String where, Map<?, ?> map) {
    Map<String, Object> result = new LinkedHashMap<>();
    map.forEach((key, value) -> result.put(key + "", plain(where + "/" + key, value)));
    return result;
  }

  private static Object plain(String where, @Nullable Object value) {
    return switch (value) {
      case null -> throw new TemplateException("null value at " + where);
      case Map<?, ?> map -> strings(where, map);
      case List<?> list -> list.stream().map(item -> plain(where, item)).toList();
      default -> value;
    };
  }

  private static final class Tags extends SafeConstructor {
    Tags() {
      super(new LoaderOptions());
      yamlMultiConstructors.put("!", new Intrinsic());
      // 2012-10-17 is a policy version to CloudFormation, never a date.
      yamlConstructors.put(Tag.TIMESTAMP, new Text());
    }

    private static final class Text extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        return ((ScalarNode) node).getValue();
      }
    }

    private final class Intrinsic extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        String tag = node.getTag().getValue().substring(1);
        Object argument =
            switch (node) {
              case ScalarNode scalar -> scalar.getValue();
              case SequenceNode sequence -> constructSequence(sequence);
              case MappingNode mapping -> constructMapping(mapping);
              default -> throw new YAMLException("unexpected node under !" + tag);
            };
        boolean bare = tag.equals("Ref") || tag.equals("Condition");
        return Map.of(bare ? tag : "Fn::" + tag, argument);
      }
    }
  }
}
