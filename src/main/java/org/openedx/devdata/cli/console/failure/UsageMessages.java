package org.openedx.devdata.cli.console.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Shown;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what is wrong with a command line, and what to do. Stateless. */
final class UsageMessages {

  private UsageMessages() {}

  static String of(ParameterException wrong) {
    CommandSpec command = wrong.getCommandLine().getCommandSpec();
    String help = "; " + command.qualifiedName() + " --help describes its use";
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      return unmatched(command, unmatched.getUnmatched().get(0), help);
    }
    if (wrong instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return missing.getMissing().stream().map(UsageMessages::missing).collect(Collectors.joining())
          + help;
    }
    if (wrong instanceof OverwrittenOptionException twice) {
      return ((OptionSpec) twice.getOverwritten()).longestName() + " is given twice; give it once";
    }
    if (wrong.getArgSpec() != null && wrong.getValue() != null) {
      return invalid(wrong.getArgSpec(), wrong.getValue());
    }
    // Picocli's own words are about its arguments and not about ours.
    return wrong instanceof NoCommandException
        ? wrong.getMessage() + help
        : "the command line is not understood" + help;
  }

  private static String unmatched(CommandSpec command, String word, String help) {
    String shown = Shown.quoted(word);
    if (word.startsWith("-")) {
      List<String> names = new ArrayList<>();
      command.options().forEach(option -> names.addAll(List.of(option.names())));
      if (word.matches("(?s).*\\s.*") && !command.positionalParameters().isEmpty()) {
        return shown + " is taken for an option; write -- before a text that begins so";
      }
      return "unknown option " + shown + DidYouMean.hint(word, names, help);
    }
    return command.subcommands().isEmpty()
        ? "unexpected argument " + shown + help
        : "unknown command " + shown + DidYouMean.hint(word, command.subcommands().keySet(), help);
  }

  private static String missing(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " needs a value: " + option.paramLabel()
        : argument.paramLabel() + " is missing";
  }

  private static String invalid(ArgSpec argument, String value) {
    String name =
        argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    Class<?> type = argument.type();
    String advice =
        type.isEnum()
            ? DidYouMean.among(value, names(type))
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse("use " + String.join(", ", names(type)))
            : type == int.class || type == long.class
                ? "give a whole number"
                : type == boolean.class
                    ? "it takes no value"
                    : "give a value like " + argument.paramLabel();
    return name + " cannot be " + Shown.quoted(value) + "; " + advice;
  }

  private static List<String> names(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      names.add(constant.toString());
    }
    return names;
  }
}
