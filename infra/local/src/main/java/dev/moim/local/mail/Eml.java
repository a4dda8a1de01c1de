package dev.moim.local.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moim.local.mail.Mail.Envelope;
import dev.moim.local.mail.Mail.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A mail as a file that mail programs open; read back are only those that were written here. */
final class Eml {

  private static final Pattern WORD = Pattern.compile("=\\?UTF-8\\?B\\?([^?]*)\\?=");
  private static final Pattern BODY =
      Pattern.compile("Content-Transfer-Encoding: base64\r\n\r\n([A-Za-z0-9+/=\r\n]*)");

  /** An encoded word has 75 letters at most; 10 of the rarest are 40 bytes, or 56 in base64. */
  private static final int LETTERS_PER_WORD = 10;

  private Eml() {}

  static String write(Mail mail) {
    String boundary = "moim-" + mail.id();
    return header("From", mail.envelope().from())
        + header("To", mail.envelope().to())
        + header("Subject", words(mail.words().subject()))
        + header("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(utc(mail.sentAt())))
        + header("Message-ID", "<" + mail.id() + "@moim.local>")
        + header("X-Sent-At", mail.sentAt().toString())
        + header("MIME-Version", "1.0")
        + header("Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"")
        + part(boundary, "plain", mail.words().text())
        + part(boundary, "html", mail.words().html())
        + "\r\n--"
        + boundary
        + "--\r\n";
  }

  /**
   * @throws IllegalArgumentException if it is another program's
   */
  static Mail read(String id, String file) {
    List<String> bodies =
        BODY.matcher(file)
            .results()
            .map(found -> new String(Base64.getMimeDecoder().decode(found.group(1)), UTF_8))
            .toList();
    if (bodies.size() != 2) {
      throw new IllegalArgumentException("not a mail of ours");
    }
    Matcher subject = WORD.matcher(find(file, "Subject"));
    String plain =
        subject
            .results()
            .map(word -> new String(Base64.getDecoder().decode(word.group(1)), UTF_8))
            .collect(Collectors.joining());
    return new Mail(
        id,
        new Envelope(find(file, "From"), find(file, "To")),
        Instant.parse(find(file, "X-Sent-At")),
        new Words(plain, bodies.get(0), bodies.get(1)));
  }

  private static ZonedDateTime utc(Instant time) {
    return time.atZone(ZoneOffset.UTC);
  }

  private static String header(String name, String value) {
    return name + ": " + value + "\r\n";
  }

  /** A header is ASCII; anything else goes into encoded words, which are joined when shown. */
  private static String words(String text) {
    int[] letters = text.codePoints().toArray();
    List<String> words = new ArrayList<>();
    for (int at = 0; at < letters.length; at += LETTERS_PER_WORD) {
      int count = Math.min(LETTERS_PER_WORD, letters.length - at);
      byte[] some = new String(letters, at, count).getBytes(UTF_8);
      words.add("=?UTF-8?B?" + Base64.getEncoder().encodeToString(some) + "?=");
    }
    return String.join("\r\n ", words);
  }

  private static String part(String boundary, String type, String text) {
    return "\r\n--"
        + boundary
        + "\r\n"
        + header("Content-Type", "text/" + type + "; charset=UTF-8")
        + header("Content-Transfer-Encoding", "base64")
        + "\r\n"
        + Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static String find(String file, String header) {
    Matcher found =
        Pattern.compile("(?m)^" + header + ": (.*(?:\r\n [^\r\n]*)*)\r\n").matcher(file);
    if (!found.find()) {
      throw new IllegalArgumentException("no " + header);
    }
    return found.group(1);
  }
}
