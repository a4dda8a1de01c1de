package dev.moim.checks.house;

import dev.moim.testkit.RootTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Modules as Maven knows them. */
final class Poms {

  private Poms() {}

  /** Folders of the modules that have any, as the root lists them. */
  static List<String> modulesWithMainCode() {
    return modules()
        .filter(module -> Files.exists(folder(module).resolve("src/main/java")))
        .toList();
  }

  /** Dependencies of shared modules on modules of infra that are not for tests only. */
  static List<String> sharedDependingOnInfra() {
    List<String> infra =
        modules()
            .filter(module -> module.startsWith("infra/"))
            .map(module -> child(pom(module), "artifactId"))
            .toList();
    return modules()
        .filter(module -> module.startsWith("shared/"))
        .flatMap(module ->
            elements(pom(module), "dependency")
                .filter(dependency -> infra.contains(child(dependency, "artifactId")))
                .filter(dependency -> !child(dependency, "scope").equals("test"))
                .map(dependency ->
                    module + "/pom.xml depends on " + child(dependency, "artifactId")))
        .toList();
  }

  private static Stream<String> modules() {
    return elements(pom(""), "module").map(Element::getTextContent);
  }

  private static Path folder(String module) {
    return RootTemplate.folder().resolve(module);
  }

  private static Element pom(String module) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(folder(module).resolve("pom.xml").toFile())
          .getDocumentElement();
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new AssertionError("cannot read the pom of " + module, e);
    }
  }

  private static Stream<Element> elements(Element parent, String name) {
    NodeList all = parent.getElementsByTagName(name);
    return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i));
  }

  /** The text of a direct child, or nothing. */
  private static String child(Element parent, String name) {
    return elements(parent, name)
        .filter(element -> element.getParentNode() == parent)
        .map(Element::getTextContent)
        .findFirst()
        .orElse("");
  }
}
