package dev.moim.checks.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house rules, over main code of all modules. What breaks one is mended, never listed here. */
class HouseRulesTest {

  private static MainCode code;
  private static HouseRules rules;

  @BeforeAll
  static void readEverything() {
    code = MainCode.ofProject();
    rules = new HouseRules(code);
  }

  @Test
  void everyModuleIsRead() {
    assertThat(code.files())
        .extracting(file -> file.path().replaceFirst("/src/.*", ""))
        .containsAll(Poms.modulesWithMainCode());
    assertThat(code.types()).hasSizeGreaterThanOrEqualTo(code.files().size() / 2);
    assertThat(code.methods()).hasSizeGreaterThan(code.files().size());
  }

  @Test
  void filesHaveAtMost250Lines() {
    assertNone(rules.longFiles(), "split it: a file is one thing");
  }

  @Test
  void methodsHaveAtMost30Lines() {
    assertNone(rules.longMethods(), "give its parts names");
  }

  @Test
  void classesHaveAtMostTenFields() {
    assertNone(rules.bigClasses(), "find the class inside it");
  }

  @Test
  void nothingTakesMoreThanSevenParameters() {
    assertNone(rules.longParameterLists(), "what belongs together becomes a record");
  }

  @Test
  void idsDoNotStandSideBySide() {
    assertNone(rules.idsSideBySide(), "whoever swaps them is not told: make a record of the two");
  }

  @Test
  void noSixLinesStandTwice() {
    assertNone(rules.repetitions(), "write it once, below both");
  }

  @Test
  void sharedCodeUsesNothingOfInfra() {
    assertNone(rules.sharedUsingInfra(), "infra builds on shared, not the other way round");
    assertNone(Poms.sharedDependingOnInfra(), "only scope test may depend on infra");
  }

  private static void assertNone(List<String> violations, String advice) {
    assertThat(violations).as("%d: %s", violations.size(), advice).isEmpty();
  }

  @Test
  void rulesSeeWhatBreaksThem() {
    String lines = "    run();\n".repeat(31);
    HouseRules bad =
        new HouseRules(
            MainCode.of(
                file("shared/a/A.java", "class A {\n  void run() {\n" + lines + "  }\n}\n"),
                file("shared/b/B.java", "class B {" + fields(11) + "}" + "\n".repeat(251)),
                file(
                    "shared/c/C.java",
                    "record C(String aId, String bId, int n) { record Key(String aId, String bId) {}"
                        + " void run(String id, @Nullable String cId) {} }"),
                file(
                    "shared/d/D.java",
                    "class D { D(int a, int b, int c, int d, int e, int f,"
                        + " int g, int h) {} }"),
                file("shared/e/E.java", "import dev.moim.kit.Kit;\nclass E { Kit kit; }"),
                file("infra/kit/Kit.java", "package dev.moim.kit;\npublic class Kit {}")));

    assertThat(bad.longFiles()).containsExactly("shared/b/B.java has 251 lines");
    assertThat(bad.longMethods()).containsExactly("shared/a/A.java:2 run(…) has 33 lines");
    assertThat(bad.bigClasses()).containsExactly("shared/b/B.java:1 B has 11 fields");
    assertThat(bad.longParameterLists())
        .containsExactly("shared/d/D.java:1 D(…) takes 8 parameters");
    assertThat(bad.idsSideBySide())
        .containsExactly(
            "shared/c/C.java:1 C: aId next to bId", "shared/c/C.java:1 run(…): id next to cId");
    assertThat(bad.sharedUsingInfra()).containsExactly("shared/e/E.java uses dev.moim.kit.Kit");
  }

  @Test
  void repetitionsAreSeenAcrossBlanksAndBraces() {
    String block = "a();\nb();\nc();\nd();\ne();\n";
    List<String> found =
        Twins.in(
            List.of(
                new MainCode.File("A", "x();\n" + block + "f();\ng();\n"),
                new MainCode.File(
                    "B", block.replace("\n", "\n\n  @Override\n}\n") + "  f();\ng();"),
                new MainCode.File("C", block + "other();\n" + block)));
    assertThat(found).containsExactly("B:1 repeats 7 lines of A:2");
  }

  private static MainCode.File file(String path, String text) {
    return new MainCode.File(path, text);
  }

  private static String fields(int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> "int f" + i + ";")
        .reduce("static int none;", String::concat);
  }
}
