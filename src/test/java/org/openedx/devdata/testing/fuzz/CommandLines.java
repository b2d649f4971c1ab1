package org.openedx.devdata.testing.fuzz;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Command lines with wrong options, values and words. Immutable; a line follows from its number.
 */
public final class CommandLines {

  /** Commands that start or stop servers. */
  private static final Set<String> LEFT_OUT = Set.of("start", "stop", "rebuild");

  /** Options that lead to real servers, wait as long as one says, or print Java's own words. */
  private static final Set<String> WITHOUT = Set.of("--target", "--wait", "--stacktrace");

  private final List<CommandSpec> commands;
  private final List<String> options;
  private final String file;

  private CommandLines(List<CommandSpec> commands, String file) {
    this.commands = List.copyOf(commands);
    this.options =
        commands.stream()
            .flatMap(command -> command.options().stream())
            .map(OptionSpec::longestName)
            .filter(name -> !WITHOUT.contains(name))
            .distinct()
            .toList();
    this.file = file;
  }

  /**
   * @param root the whole command line
   * @param file a file that is right where one is asked for
   */
  public static CommandLines of(CommandLine root, String file) {
    List<CommandSpec> commands = new ArrayList<>();
    collect(root, commands);
    return new CommandLines(commands, file);
  }

  private static void collect(CommandLine command, List<CommandSpec> all) {
    if (!LEFT_OUT.contains(command.getCommandName())) {
      all.add(command.getCommandSpec());
      command.getSubcommands().values().stream().distinct().forEach(sub -> collect(sub, all));
    }
  }

  /** The words of each command alone. */
  public List<List<String>> commands() {
    return commands.stream().map(CommandLines::words).toList();
  }

  private static List<String> words(CommandSpec command) {
    List<String> words = new ArrayList<>(List.of(command.qualifiedName(" ").split(" ")));
    words.remove(0);
    return words;
  }

  /** The line of a number. */
  public List<String> line(long number) {
    Random random = new Random(number * 104_729 + 3);
    CommandSpec command = commands.get(random.nextInt(commands.size()));
    List<String> words = words(command);
    for (int more = random.nextInt(4); more > 0; more--) {
      option(command, random, words);
    }
    command.positionalParameters().forEach(given -> words.add(value(random)));
    if (random.nextInt(4) == 0 && !words.isEmpty()) {
      spoil(words, random);
    }
    if (command.name().equals("load-db") || command.name().equals("load-db-from-s3")) {
      words.add("--config_file=" + file);
    }
    return words;
  }

  /**
   * A line for each option that takes a value, and one for the parameters.
   *
   * @param path for what is a path, which messages show whole
   */
  public List<List<String>> each(String value, String path) {
    List<List<String>> lines = new ArrayList<>();
    for (CommandSpec command : commands) {
      for (OptionSpec option : command.options()) {
        if (option.arity().max() > 0 && !WITHOUT.contains(option.longestName())) {
          lines.add(lineWith(command, option, option.type() == Path.class ? path : value));
        }
      }
      if (!command.positionalParameters().isEmpty()) {
        lines.add(lineWith(command, null, path));
      }
    }
    return lines;
  }

  /** The value for an option, or for the parameters; a right file wherever else one is needed. */
  private List<String> lineWith(CommandSpec command, OptionSpec option, String value) {
    List<String> words = words(command);
    for (OptionSpec other : command.options()) {
      if (other == option) {
        words.addAll(List.of(other.longestName(), value));
      } else if (other.required()) {
        words.addAll(List.of(other.longestName(), file));
      }
    }
    command.positionalParameters().forEach(given -> words.add(option == null ? value : file));
    return words;
  }

  private void option(CommandSpec command, Random random, List<String> words) {
    boolean own = random.nextInt(5) > 0 && !command.options().isEmpty();
    OptionSpec option =
        own ? command.options().get(random.nextInt(command.options().size())) : null;
    String name = own ? option.longestName() : options.get(random.nextInt(options.size()));
    if (WITHOUT.contains(name)) {
      return;
    }
    boolean valued = !own || option.arity().max() > 0;
    switch (random.nextInt(valued ? 6 : 12)) {
      case 0 -> words.add(name);
      case 1 -> words.add(name + "=" + value(random));
      default -> {
        words.add(name);
        if (valued) {
          words.add(value(random));
        }
      }
    }
  }

  private String value(Random random) {
    return random.nextInt(3) == 0 ? file : OddValues.any(random);
  }

  private static void spoil(List<String> words, Random random) {
    int at = random.nextInt(words.size());
    String word = words.get(at);
    switch (random.nextInt(4)) {
      case 0 -> words.remove(at);
      case 1 -> words.add(at, word);
      case 2 -> words.set(at, word.isEmpty() ? "-" : word.substring(1));
      default -> words.set(at, word + "x");
    }
  }
}
