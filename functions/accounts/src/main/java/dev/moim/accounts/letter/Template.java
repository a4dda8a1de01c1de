package dev.moim.accounts.letter;

import dev.moim.shared.mail.Message.Body;
import dev.moim.shared.mail.Message.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A letter with a gap. Its words are files beside the classes: {@code letters/code.ko.txt}, whose
 * first line is the subject, and {@code letters/code.ko.html}.
 */
record Template(String text, String html) {

  private static final String GAP = "{{value}}";

  static Template read(String name, Language language) {
    String file = "/letters/" + name + "." + language.tag();
    return new Template(resource(file + ".txt"), resource(file + ".html"));
  }

  /**
   * @param value what goes into the gap; digits, or an address of ours
   */
  Content filled(String value) {
    int end = text.indexOf('\n');
    String plain = text.substring(end).strip().replace(GAP, value) + "\n";
    return new Content(text.substring(0, end), new Body(plain, html.replace(GAP, escaped(value))));
  }

  private static String escaped(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String resource(String name) {
    try (InputStream file = Template.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
