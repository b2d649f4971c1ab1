package org.openedx.devdata.cli.keep.snapshot;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openedx.devdata.cli.keep.snapshot.part.PartTypes;
import org.openedx.devdata.keep.snapshot.SavedPart;
import picocli.CommandLine.Option;

/** Options that say what of a target or a snapshot is meant. Filled in by picocli. */
final class ChoiceArguments {

  @Option(
      names = "--only",
      paramLabel = "IDA[+IDA...]",
      split = "[+,]",
      description =
          "Only the databases and files of these services (default: all that the target has).")
  List<String> only = List.of();

  @Option(
      names = "--tables",
      paramLabel = "PATTERN[,PATTERN...]",
      split = ",",
      description =
          "Only tables with such names, those of ClickHouse with or without their database; * stands"
              + " for any characters.")
  List<String> tables = List.of();

  /** Returns whether only tables are meant, and no files. */
  boolean tablesOnly() {
    return !tables.isEmpty();
  }

  /** Returns whether all is meant. */
  boolean isWhole() {
    return only.isEmpty() && tables.isEmpty();
  }

  /** Returns whether a table is meant. */
  Predicate<String> items() {
    if (tables.isEmpty()) {
      return any -> true;
    }
    Pattern pattern =
        Pattern.compile(
            tables.stream().map(ChoiceArguments::expression).collect(Collectors.joining("|")));
    return name -> named(name).anyMatch(one -> pattern.matcher(one).matches());
  }

  /** A table of ClickHouse is known with its database, and without it. */
  private static Stream<String> named(String name) {
    return Stream.of(name, name.substring(name.indexOf('.') + 1));
  }

  private static String expression(String pattern) {
    return Pattern.quote(pattern).replace("*", "\\E.*\\Q");
  }

  /** Returns whether a part of a snapshot is meant. */
  boolean means(SavedPart part) {
    boolean hasTables = PartTypes.words(part.kind()).isCounted();
    return (hasTables || !tablesOnly())
        && (only.isEmpty() || part.services().stream().anyMatch(only::contains));
  }
}
