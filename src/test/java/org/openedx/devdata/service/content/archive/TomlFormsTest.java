package org.openedx.devdata.service.content.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.service.content.archive.zip.ArchiveLimits;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.Problems;

/** TOML says one thing in many ways: all of them are read alike, and faults keep their lines. */
class TomlFormsTest {

  private static final String UNIT =
      """
      [entity]
      can_stand_alone = true
      key = "u"
      created = 2025-08-19T04:25:10Z
      [entity.draft]
      version_num = 2
      [entity.published]
      version_num = 1
      [entity.container.unit]
      [[version]]
      title = "Two"
      version_num = 2
      [version.container]
      children = ["xblock.v1:html:a", "xblock.v1:html:b"]
      [[version]]
      title = "One"
      version_num = 1
      [version.container]
      children = []
      """;

  private static final String COMPONENT =
      """
      [entity]
      can_stand_alone = true
      key = "xblock.v1:html:NAME"
      [[version]]
      title = "T"
      version_num = 1
      """;

  /** Other ways of saying it; each may come on top of others. */
  private static final Map<String, UnaryOperator<String>> FORMS =
      Map.ofEntries(
          Map.entry("CRLF", text -> text.replaceAll("\\r?\\n", "\r\n")),
          Map.entry("mark", text -> text.startsWith("\uFEFF") ? text : "\uFEFF" + text),
          Map.entry("blanks", text -> text.replaceAll("(?m)^(\\w+) = ", "\t$1\t=  ")),
          Map.entry("blanks in heads", text -> text.replaceAll("\\[(\\w+)\\.", "[ $1 . ")),
          Map.entry(
              "comments",
              text -> text.replaceAll("(?m)([^\"'\\r\\n\\\\])(\\r?)$", "$1 # [[x = \"$2")),
          Map.entry("quoted keys", text -> text.replaceAll("(?m)^\\s*key\\s*=", "\"key\" =")),
          Map.entry("literal keys", text -> text.replaceAll("(?m)^title =", "'title' =")),
          Map.entry(
              "literal texts", text -> text.replaceAll("(?<!\")\"(Two|One|u)\"(?!\")", "'$1'")),
          Map.entry(
              "lines of text",
              text ->
                  text.replaceAll(
                      "(?<!\")\"(Two|One)\"(?!\")", "\"\"\"\\\\\n  $1\\\\\n\n  \"\"\"")),
          Map.entry(
              "literal lines", text -> text.replaceAll("(?<!\")\"(Two)\"(?!\")", "'''\n$1'''")),
          Map.entry("escapes", text -> text.replaceAll("\"Two\"", "\"\\\\u0054w\\\\U0000006F\"")),
          Map.entry("offset", text -> text.replace("04:25:10Z", "06:25:10+02:00")),
          Map.entry("far offset", text -> text.replace("19T04:25:10Z", "18T22:25:10.000-06:00")),
          Map.entry("blank for T", text -> text.replaceAll("(\\d)T(\\d)", "$1 $2")),
          Map.entry("no offset", text -> text.replace("04:25:10Z", "04:25:10")),
          Map.entry(
              "underscores", text -> text.replace("version_num = 1\n", "version_num = 0b0_1\n")),
          Map.entry(
              "sign", text -> text.replaceAll("version_num = 2(\\r?\\n)", "version_num = +2$1")),
          Map.entry(
              "hexadecimal",
              text -> text.replaceAll("version_num = 2(\\r?\\n)", "version_num = 0x02$1")),
          Map.entry(
              "lists over lines",
              text -> text.replaceAll("\\[(\"xblock.*), (.*)\\]", "[\n  $1, # one\n  $2,\n]")),
          Map.entry(
              "dotted keys",
              text -> text.replaceAll("\\[entity.draft\\](\\s+)version_num", "draft.version_num")),
          Map.entry(
              "inline table",
              text ->
                  text.replaceAll(
                      "\\[version.container\\]\\s+(children = \\[\\])", "container = {$1}")));

  @TempDir private Path folder;

  private List<String> read(String unit, List<String> faults) throws IOException {
    Map<String, String> files =
        Map.of(
            "package.toml",
            TestZip.PACKAGE,
            "entities/u.toml",
            unit,
            "entities/xblock.v1/html/a.toml",
            COMPONENT.replace("NAME", "a"),
            "entities/xblock.v1/html/b.toml",
            COMPONENT.replace("NAME", "b"));
    Problems problems = new Problems();
    Archive archive =
        ArchiveApi.read(TestZip.of(folder, files), "lib.zip", ArchiveLimits.DEFAULT, problems);
    problems.sorted().stream().map(Problem::toString).forEach(faults::add);
    return archive.entities().stream().map(TomlFormsTest::shown).toList();
  }

  private static String shown(ArchivedEntity entity) {
    StringBuilder shown = new StringBuilder();
    shown.append(entity.key()).append(entity.created()).append(entity.draft());
    shown.append(entity.published()).append(entity.canStandAlone());
    entity
        .versions()
        .forEach(one -> shown.append(one.number()).append(one.title()).append(one.children()));
    return shown.toString();
  }

  @Test
  void everyFormIsReadAlike() throws IOException {
    List<String> faults = new ArrayList<>();
    List<String> expected = read(UNIT, faults);
    List<String> names = FORMS.keySet().stream().sorted().toList();
    for (int seed = -names.size(); seed < 150; seed++) {
      Random random = new Random(seed);
      List<String> chosen = new ArrayList<>();
      if (seed < 0) {
        chosen.add(names.get(-1 - seed));
      } else {
        for (int i = 0; i < 4; i++) {
          chosen.add(names.get(random.nextInt(names.size())));
        }
      }
      String text = UNIT;
      for (String form : chosen) {
        text = FORMS.get(form).apply(text);
      }
      assertThat(text).as("%s", chosen).isNotEqualTo(UNIT);

      assertThat(read(text, faults)).as("%s%n%s%n%s", chosen, faults, text).isEqualTo(expected);
      assertThat(faults).as("%s%n%s", chosen, text).isEmpty();
    }
  }

  /** A fault in each form of each line: it is reported where it stands. */
  @Test
  void faultsKeepTheirLines() throws IOException {
    for (Map.Entry<String, UnaryOperator<String>> form : FORMS.entrySet()) {
      String text = form.getValue().apply(UNIT).replaceFirst("\\btrue\\b", "1");
      int line = (int) text.substring(0, text.indexOf("can_stand_alone")).lines().count();
      line = Math.max(line, 2);
      List<String> faults = new ArrayList<>();
      read(text, faults);

      assertThat(faults)
          .as(form.getKey())
          .containsExactly(
              "lib.zip!entities/u.toml:%d:1: entity.can_stand_alone must be true or false"
                  .formatted(line));
      String last =
          form.getValue().apply(UNIT)
              + "[[version]]\ntitle = \"\"\"\nx = 1\n\"\"\"\nversion_num = 0\n";
      faults.clear();
      read(last, faults);
      assertThat(faults)
          .as(form.getKey())
          .containsExactly(
              "lib.zip!entities/u.toml:%d:1: version.version_num must be 1 or more, not 0"
                  .formatted(last.lines().count()));
    }
  }
}
