package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The pages about commands say what the commands say. */
class CommandsPageTest {

  private static final Path PAGE = Path.of("docs/commands.md");

  private static final String INTRODUCTION =
      """
      # Commands

      <!-- Generated from the help texts; do not edit. -->

      What `devdata COMMAND --help` prints, for all commands. Options of all commands are listed once, for
      [devdata](#devdata) itself: each command takes them, before or after its name. `--format json` is described in
      [json.md](json.md), `--target` in [targets.md](targets.md).
      """;

  private static final Pattern COMMON =
      Pattern.compile("(?m)^Options of all commands:\\n(?: .*\\n)+\\n?");

  private final CommandLine root =
      DevdataCommand.commandLine(new CommandLab(Path.of("")).session());

  private List<CommandLine> commands() {
    return all(root);
  }

  /** A command and all below it. */
  static List<CommandLine> all(CommandLine command) {
    List<CommandLine> all = new ArrayList<>();
    collect(command, all);
    return all;
  }

  private static void collect(CommandLine command, List<CommandLine> all) {
    all.add(command);
    command.getSubcommands().values().forEach(sub -> collect(sub, all));
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (CommandLine command : commands()) {
      page.append("\n## ").append(command.getCommandSpec().qualifiedName()).append("\n\n```\n");
      page.append(help(command)).append("```\n");
      String results = JsonPage.links(command, commands());
      page.append(results.isEmpty() ? "" : "\nJSON: " + results + ".\n");
    }
    if (Boolean.getBoolean("devdata.accept")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as("rewrite it with: mvn test -Dtest=CommandsPageTest -Ddevdata.accept=true")
        .hasContent(page.toString());
  }

  /** The help without the options that all commands have, unless it is the program's own. */
  private String help(CommandLine command) {
    String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
    if (command == root) {
      return help;
    }
    String own = COMMON.matcher(help).replaceFirst("");
    assertThat(own).as(help).isNotEqualTo(help);
    return own;
  }

  @Test
  void everyCommandHasAHeaderAndExamples() {
    for (CommandLine command : commands()) {
      String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
      assertThat(command.getCommandSpec().usageMessage().header())
          .as(command.getCommandName())
          .hasSize(1);
      assertThat(help).as(command.getCommandName()).contains("Example").doesNotContain("null");
      assertThat(help.lines().mapToInt(String::length).max().orElse(0)).isLessThanOrEqualTo(100);
    }
  }

  @Test
  void examplesCanBeParsed() {
    for (CommandLine command : commands()) {
      for (String line : command.getCommandSpec().usageMessage().footer()) {
        if (line.startsWith("  devdata ")) {
          String typed =
              line.strip().replaceAll("   .*| [|<>].*", "").substring("devdata ".length());
          assertThat(parses(typed)).as(line).isTrue();
        }
      }
    }
  }

  private static boolean parses(String line) {
    DevdataCommand.commandLine(new CommandLab(Path.of("")).session()).parseArgs(Words.of(line));
    return true;
  }
}
