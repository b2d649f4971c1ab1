package org.openedx.devdata.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.testing.fuzz.CommandLines;
import org.openedx.devdata.testing.fuzz.Sweep;
import org.openedx.devdata.testing.fuzz.Verdict;
import org.openedx.devdata.testing.fuzz.YamlMutator;

/** Whatever is typed and written, the answer is one of ours: no crash, no hang, no raw text. */
class FuzzTest {

  @TempDir private Path folder;

  private static List<String> texts(String... folders) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String name : folders) {
      try (Stream<Path> files = Files.walk(Path.of(name))) {
        for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList()) {
          // What is no UTF-8 in one of the broken specs becomes a replacement character.
          texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
      }
    }
    return texts;
  }

  private CommandLab lab() {
    CommandLab lab = new CommandLab(folder);
    for (String ida : List.of("LMS", "CMS", "ECOMMERCE", "CONTENT", "DISCOVERY", "CREDENTIALS")) {
      lab.variable("DEVDATA_" + ida + "_URL", "jdbc:mysql://127.0.0.1:9/none")
          .variable("DEVDATA_" + ida + "_USER", "none")
          .variable("DEVDATA_" + ida + "_PASSWORD", "none");
    }
    return lab.variable("DEVDATA_ASPECTS_URL", "http://127.0.0.1:9");
  }

  private static List<String> faults(CommandLab.Result result, String input) {
    return Verdict.faults(result.code(), result.out(), result.err()).stream()
        .map(
            fault ->
                fault + "\n--- input\n" + shorter(input) + "\n--- answer\n" + shorter(result.err()))
        .toList();
  }

  private static String shorter(String text) {
    return text.length() > 3000 ? text.substring(0, 3000) + "…" : text;
  }

  private List<String> file(CommandLab lab, YamlMutator files, long number, String... line)
      throws IOException {
    byte[] bytes = files.file(number);
    Files.write(folder.resolve("fuzz.yaml"), bytes);
    return faults(lab.run(line), new String(bytes, StandardCharsets.UTF_8));
  }

  @Test
  void specs() throws IOException {
    YamlMutator files = new YamlMutator(texts("specs", "src/test/resources/specs"));
    String path = folder.resolve("fuzz.yaml").toString();
    CommandLab lab = lab();

    Sweep.of(500, number -> file(lab, files, number, "validate", path));
  }

  @Test
  void configurations() throws IOException {
    YamlMutator files =
        new YamlMutator(
            texts("example_configs").stream()
                .map(text -> text.replaceAll("(?m)^  (large|huge):.*\n", ""))
                .toList());
    CommandLab lab = lab();

    Sweep.of(
        60,
        number -> file(lab, files, number, "load-db", "--config_file", "fuzz.yaml", "--dry-run"));
  }

  @Test
  void commandLines() throws IOException {
    CommandLab lab = lab();
    CommandLines lines = lines(lab);

    Sweep.of(250, number -> line(lab, lines.line(number)));
  }

  @Test
  void longValuesOfEachOption() throws IOException {
    CommandLab lab = lab();
    List<List<String>> lines = lines(lab).each("x".repeat(3_000), "x".repeat(700));

    Sweep.of(lines.size(), number -> line(lab, lines.get((int) (number % lines.size()))));
  }

  @Test
  void linesWhoseResultsCannotBeWritten() throws IOException {
    CommandLab lab = lab();
    CommandLines lines = lines(lab);
    List<List<String>> all = new ArrayList<>();
    lines.each("x", "x").forEach(line -> all.add(with(line, "--format=json")));
    lines.commands().forEach(command -> all.add(with(command, "--help")));
    lines.commands().forEach(command -> all.add(with(command, "--format=json")));
    all.addAll(lines.commands());

    Sweep.of(
        all.size(),
        number -> {
          String[] line = all.get((int) (number % all.size())).toArray(String[]::new);
          return LostOutput.faults(lab, lab.run(line).out(), line).stream()
              .map(fault -> String.join(" ", line) + ": " + fault)
              .toList();
        });
  }

  private static List<String> with(List<String> line, String word) {
    List<String> more = new ArrayList<>(line);
    more.add(word);
    return more;
  }

  private static CommandLines lines(CommandLab lab) throws IOException {
    lab.file("top.yaml", "- {ida: lms, path: lms.yaml}\n")
        .file("lms.yaml", "users: [{username: a}]\n");
    return CommandLines.of(DevdataCommand.commandLine(lab.session()), lab.path("top.yaml"));
  }

  private static List<String> line(CommandLab lab, List<String> line) {
    return faults(lab.run(line.toArray(String[]::new)), String.join(" ", line));
  }
}
