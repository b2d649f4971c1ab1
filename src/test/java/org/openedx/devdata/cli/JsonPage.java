package org.openedx.devdata.cli;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openedx.devdata.cli.report.failure.ErrorCode;
import org.openedx.devdata.cli.report.json.Many;
import org.openedx.devdata.cli.report.json.Member;
import org.openedx.devdata.cli.report.json.Prints;
import picocli.CommandLine;

/** The page about JSON output, made from the records of the results. Stateless. */
final class JsonPage {

  private JsonPage() {}

  /** Results by the commands that print them, in the order of the commands. */
  static Map<Class<?>, List<CommandLine>> results(List<CommandLine> commands) {
    Map<Class<?>, List<CommandLine>> results = new LinkedHashMap<>();
    for (CommandLine command : commands) {
      Prints prints = prints(command);
      for (Class<?> result : prints == null ? new Class<?>[0] : prints.value()) {
        results.computeIfAbsent(result, type -> new ArrayList<>()).add(command);
      }
    }
    return results;
  }

  static Prints prints(CommandLine command) {
    return command.getCommandSpec().userObject().getClass().getAnnotation(Prints.class);
  }

  /** The name of a command without the program's. */
  static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName().substring("devdata ".length());
  }

  /** The heading of a result: its commands; where one prints several, with the option. */
  static String heading(Class<?> result, List<CommandLine> printing) {
    String heading = printing.stream().map(JsonPage::name).collect(Collectors.joining(", "));
    return switch (result.getSimpleName()) {
      case "EstimateResult" -> heading + " --dry-run";
      case "RetryResult" -> heading + " --retry";
      case "StoredResult" -> heading.replace("load-db,", "load-db --load_db_only,");
      default -> heading;
    };
  }

  /** Links to what the page says of a command; empty when it prints no result. */
  static String links(CommandLine command, List<CommandLine> commands) {
    return results(commands).entrySet().stream()
        .filter(result -> result.getValue().contains(command))
        .map(result -> heading(result.getKey(), result.getValue()))
        .map(
            heading ->
                "[%s](json.md#%s)"
                    .formatted(heading, heading.replaceAll("[^\\w -]", "").replace(' ', '-')))
        .collect(Collectors.joining("; "));
  }

  /** The table of all error codes. */
  static String errorCodes() {
    StringBuilder table = new StringBuilder("\n| `code` | exit code | meaning |\n|---|---|---|\n");
    for (ErrorCode code : ErrorCode.values()) {
      table.append("| `%s` | %d | %s |\n".formatted(word(code), code.exitCode(), code.meaning()));
    }
    return table.toString();
  }

  /**
   * Tables of the members of a record and of those that it holds.
   *
   * @param described records that the page has described; grows
   */
  static String members(Class<?> result, Set<Class<?>> described) {
    described.add(result);
    StringBuilder text = new StringBuilder("\n| member | value | meaning |\n|---|---|---|\n");
    Map<String, Class<?>> inner = new LinkedHashMap<>();
    for (Member member : Member.of(result)) {
      String value = value(member.type()) + (member.leftOut() ? "; may be absent" : "");
      text.append("| `%s` | %s | %s |\n".formatted(member.name(), value, member.description()));
      held(member.type()).ifPresent(type -> inner.put(member.name(), type));
    }
    inner.forEach(
        (name, type) ->
            text.append(
                described.contains(type)
                    ? "\n`%s`: as above.\n".formatted(name)
                    : "\n`%s`:\n".formatted(name) + members(type, described)));
    return text.toString();
  }

  /** The record that a value is or holds. */
  static Optional<Class<?>> held(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return held(arguments[arguments.length - 1]);
    }
    return type instanceof Class<?> plain && plain.isRecord()
        ? Optional.of(plain)
        : Optional.empty();
  }

  private static String value(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      String last = value(arguments[arguments.length - 1]);
      if (generic.getRawType() == Optional.class) {
        return last;
      }
      return generic.getRawType() == List.class || generic.getRawType() == Many.class
          ? "list: " + last
          : "object by name: " + last;
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      return Stream.of(plain.getEnumConstants())
          .map(constant -> "`" + word((Enum<?>) constant) + "`")
          .collect(Collectors.joining(", "));
    }
    if (plain == Duration.class) {
      return "number of seconds";
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return "true or false";
    }
    if (plain == Instant.class) {
      return "time, ISO 8601 in UTC";
    }
    if (plain == Path.class) {
      return "path";
    }
    if (plain == String.class) {
      return "text";
    }
    if (plain == Object.class) {
      return "any";
    }
    return plain.isPrimitive() || Number.class.isAssignableFrom(plain) ? "whole number" : "object";
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
