package org.openedx.devdata.cli.console;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes, before or behind its name. Filled in by picocli. */
public final class CommonOptions {

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      scope = ScopeType.INHERIT,
      description =
          "Where the databases are: embedded (default), devstack, tutor, tutor-network, a target of "
              + "the top-level spec, or a target file.")
  public String target;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      scope = ScopeType.INHERIT,
      description = "How results are written: text (default) or one JSON document.")
  OutputFormat format = OutputFormat.TEXT;

  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      scope = ScopeType.INHERIT,
      description = "Colours; auto (default) means on a terminal, unless NO_COLOR is set.")
  ColorMode color = ColorMode.AUTO;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "No progress, no lists of rows: only the last line, and errors.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Lists every row and every differing column.")
  boolean verbose;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Shows where in devdata an error came from.")
  public boolean stacktrace;
}
