package dev.moim.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes small templates into a folder and reads the one called template.yaml. */
record TemplateFiles(Path folder) {

  Path write(String name, String yaml) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Template load(String yaml) {
    return load(yaml, Map.of());
  }

  Template load(String yaml, Map<String, String> parameters) {
    Path file = write("template.yaml", yaml);
    return Template.load(file, Deployment.local("http://127.0.0.1:1234", parameters));
  }

  /** The environment of the function {@code F} in a template with these sections and variables. */
  Map<String, String> environment(String sections, String variables) {
    Template template =
        load(
            sections
                + """
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B
                      AutoPublishAlias: live
                      Environment:
                        Variables:
                """
                + variables.indent(10));
    return template.functions().getFirst().environment();
  }
}
