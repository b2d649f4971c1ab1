package org.openedx.devdata.cli.console;

import java.util.Comparator;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Layout of help texts: a command's own options first, then those of all commands. */
public final class HelpLayout {

  private static final int WIDTH = 100;

  private HelpLayout() {}

  /** Lays out the help of a command and of all below it. */
  public static void apply(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.width(WIDTH);
    usage.abbreviateSynopsis(true);
    usage.synopsisHeading("%nUsage: ");
    usage.parameterListHeading("%n");
    usage.optionListHeading("");
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::sections);
    command.getSubcommands().values().forEach(HelpLayout::apply);
  }

  private static String sections(Help help) {
    String own = list(help, false);
    String common = list(help, true);
    return (own.isEmpty() ? "" : "%nOptions:%n".formatted() + own)
        + "%nOptions of all commands:%n".formatted()
        + common;
  }

  private static String list(Help help, boolean common) {
    List<OptionSpec> options =
        help.commandSpec().options().stream()
            .filter(option -> option.scopeType() == CommandLine.ScopeType.INHERIT == common)
            .sorted(Comparator.comparing(OptionSpec::longestName))
            .toList();
    return options.isEmpty() ? "" : help.optionListExcludingGroups(options);
  }
}
