package dev.moim.kakao;

import java.util.List;
import java.util.stream.Collectors;

/** What a browser shows: whom to log in as, and what the app may know of them. */
final class ConsentPage {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>Kakao, as this machine plays it</title>
      <style>
        body { background: #fee500; font: 1rem/1.6 system-ui, sans-serif; margin: 3rem auto; max-width: 26rem }
        form, main { background: #fff; border-radius: .75rem; padding: 1.5rem }
        label, fieldset { display: block; margin: .5rem 0 }
        button { font: inherit; margin: .5rem .5rem 0 0; padding: .4rem 1rem }
      </style>
      %s
      </html>
      """;

  private ConsentPage() {}

  static String of(List<Person> people) {
    String choices = people.stream().map(ConsentPage::choice).collect(Collectors.joining("\n"));
    String form =
        """
        <form method="post">
          <h1>Log in with Kakao</h1>
          <p>This is not Kakao: nothing leaves this machine.</p>
          <fieldset>
            <legend>As whom?</legend>
            %s
            <label><input type="radio" name="person" value=""> somebody else:</label>
            <label>Nickname <input name="nickname"></label>
            <label>E-mail <input name="email" type="email"></label>
          </fieldset>
          <label><input type="checkbox" name="account_email" checked> The app may know the e-mail address</label>
          <button name="decision" value="agree">Agree and continue</button>
          <button name="decision" value="cancel">Cancel</button>
        </form>\
        """
            .formatted(choices);
    return PAGE.formatted(form);
  }

  static String error(String code, String words) {
    return PAGE.formatted("<main><h1>%s</h1><p>%s</p></main>".formatted(code, words));
  }

  private static String choice(Person person) {
    return "<label><input type=\"radio\" name=\"person\" value=\"%d\"%s> %s, %s</label>"
        .formatted(
            person.id(),
            person.email().isPresent() ? " checked" : "",
            person.nickname(),
            person.email().orElse("without e-mail"));
  }
}
