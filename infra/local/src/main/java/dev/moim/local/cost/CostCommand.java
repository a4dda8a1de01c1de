package dev.moim.local.cost;

import dev.moim.template.Deployment;
import dev.moim.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code ./moim cost}: what AWS bills for calls, by service. */
public final class CostCommand {

  private CostCommand() {}

  /**
   * @param args the project's folder, then what the user typed
   */
  public static void main(String[] args) {
    try {
      Question asked = Question.parse(List.of(args).subList(1, args.length));
      System.out.print(answer(Path.of(args[0]).toAbsolutePath().normalize(), asked));
    } catch (IllegalArgumentException e) {
      System.err.println("./moim cost: " + e.getMessage() + ".");
      System.exit(2);
    }
  }

  static String answer(Path project, Question asked) {
    Path folder = project.resolve("infra/cost");
    Prices prices = Prices.read(folder.resolve("prices.csv"));
    Template template =
        Template.load(
            project.resolve("template.yaml"), Deployment.local("http://127.0.0.1:1", Map.of()));
    Usage idle = IdleCost.ofMonth(project, template);
    Usage one = new CallCost(Table.read(folder.resolve("budget.csv")), asked).ofOne();
    Usage calls = one.times(asked.calls());
    return "%,d calls a month, of %d people and %d minutes each%n%n"
            .formatted(asked.calls(), asked.people(), asked.minutes())
        + rows(calls, prices)
        + row("", "all calls", prices.total(calls))
        + row("", "a thousand of them", prices.total(one) * 1_000)
        + "%nThe deployment itself, when nobody comes%n%n".formatted()
        + rows(idle, prices)
        + row("", "a month", prices.total(idle))
        + "%n%s%nTaken as given: %d ms and 1 GB for each run of a function; see ./moim cost --help.%n"
            .formatted(prices.remarks(), asked.millis());
  }

  private static String rows(Usage usage, Prices prices) {
    StringBuilder rows = new StringBuilder();
    for (Item item : Item.values()) {
      if (usage.of(item) > 0) {
        String what = "%,.0f %s".formatted(usage.of(item), item.unit());
        rows.append(row(item.service(), what, usage.of(item) * prices.of(item)));
      }
    }
    return rows.toString();
  }

  private static String row(String service, String what, double dollars) {
    return String.format(Locale.ROOT, "  %-16s %32s %12.2f%n", service, what, dollars);
  }
}
