package dev.moim.local.mail;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moim.local.Json;
import dev.moim.local.http.Call;
import dev.moim.local.http.Endpoint;
import dev.moim.local.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code GET /_local/mail}: what was sent, as people would see it, or as JSON for scripts that ask
 * for it; with {@code ?to=minji@example.org}, what this person got.
 */
public final class MailPage implements Endpoint {

  /** A mail may hold anything; it is shown in a frame that may run and load nothing. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

  private final Mailbox mailbox;

  public MailPage(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  @Override
  public Optional<Reply> answer(Call call) {
    return call.is("GET", "/_local/mail") ? Optional.of(show(call).notStored()) : Optional.empty();
  }

  private Reply show(Call call) {
    Optional<String> to =
        call.hasReadableQuery() ? Optional.ofNullable(call.query().get("to")) : Optional.empty();
    List<Mail> mails = mailbox.list(to);
    boolean json = call.header("accept").orElse("").contains("application/json");
    return json ? Reply.json(200, json(mails)) : html(mails);
  }

  private static ObjectNode json(List<Mail> mails) {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("mails");
    for (Mail mail : mails) {
      list.addObject()
          .put("id", mail.id())
          .put("from", mail.envelope().from())
          .put("to", mail.envelope().to())
          .put("sentAt", mail.sentAt().toString())
          .put("subject", mail.words().subject())
          .put("text", mail.words().text())
          .put("html", mail.words().html());
    }
    return answer;
  }

  private static Reply html(List<Mail> mails) {
    String all =
        mails.isEmpty()
            ? "<p>No mail was sent yet.</p>"
            : mails.stream().map(MailPage::article).collect(Collectors.joining("\n"));
    String page =
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Mail</title>
        <style>
          body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 50rem }
          article { border: 1px solid #bbb; border-radius: .5rem; margin: 1rem 0; padding: 1rem }
          h2 { font-size: 1.1rem; margin: 0 }
          iframe { border: 0; height: 20rem; width: 100%% }
          pre { white-space: pre-wrap }
        </style>
        <h1>Mail</h1>
        %s
        </html>
        """
            .formatted(all);
    return Reply.of(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8))
        .with("content-security-policy", POLICY);
  }

  private static String article(Mail mail) {
    return """
    <article>
    <h2>%1$s</h2>
    <p>%2$s to %3$s, %4$s</p>
    <iframe sandbox="" title="%1$s" srcdoc="%5$s"></iframe>
    <details><summary>As text</summary><pre>%6$s</pre></details>
    </article>\
    """
        .formatted(
            escaped(mail.words().subject()),
            escaped(mail.envelope().from()),
            escaped(mail.envelope().to()),
            mail.sentAt(),
            escaped(mail.words().html()),
            escaped(mail.words().text()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
