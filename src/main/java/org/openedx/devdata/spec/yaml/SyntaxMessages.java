package org.openedx.devdata.spec.yaml;

import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Says in a sentence for a person what SnakeYAML says in terms of its scanner, and where. None of
 * SnakeYAML's own words get through: what has no sentence here gets a general one.
 */
final class SyntaxMessages {

  /** Message for a fault of which nothing more exact is known. */
  static final String UNREADABLE =
      "this is not YAML; check quotes, brackets and indentation here and in the line before";

  private static final String DIRECTIVE =
      "a line that begins with \"%\" is an instruction to readers of YAML, which this one is not;"
          + " quote the text";
  private static final String TAG =
      "\"!\" begins a tag, which this one is not; quote the text if it begins with \"!\"";

  /** Messages by what was being read when something unexpected came. */
  private static final Map<String, String> BY_CONTEXT =
      Map.of(
          "directive",
          DIRECTIVE,
          "(version 1.* is required)",
          DIRECTIVE,
          "duplicate tag handle",
          DIRECTIVE,
          "undefined tag handle",
          TAG,
          "while scanning a tag",
          TAG,
          "while scanning a block scalar",
          "after \"|\" or \">\" only +, -, a digit from 1 to 9 or a comment may stand; begin the text"
              + " on the next line, or quote it",
          "while scanning a double-quoted scalar",
          "\"\\x\", \"\\u\" and \"\\U\" need 2, 4 and 8 hexadecimal digits; complete them, double the"
              + " backslash or use single quotes",
          "while scanning a quoted scalar",
          "a line of \"---\" or \"...\" ends the file inside a quoted text; close the quotation mark"
              + " before it",
          "mapping keys are not allowed here",
          "\"? \" is not expected here; quote the text if it begins with \"?\"");

  private SyntaxMessages() {}

  static YamlFault of(MarkedYAMLException failure, TextStream text) {
    String context = failure.getContext() == null ? "" : failure.getContext();
    String problem = failure.getProblem() == null ? "" : failure.getProblem();
    Mark start = failure.getContextMark();
    Mark place = failure.getProblemMark() == null ? start : failure.getProblemMark();
    if (problem.startsWith("could not find expected ':'")) {
      return fault(
          start,
          "a \":\" is missing; write \"key: value\", or quote the text if it is part of a value");
    }
    if (problem.contains("found unexpected end of stream") && context.contains("quoted")) {
      return fault(start, "the quotation mark is never closed; close it, or quote the whole text");
    }
    if (problem.startsWith("expected ',' or ") && text.around(place).contains("${")) {
      return fault(place, "inside [ ] and { }, a value with ${NAME} needs quotes; quote it");
    }
    return fault(place, sentence(context, problem, start));
  }

  private static String sentence(String context, String problem, Mark start) {
    if (problem.contains("(TAB)")) {
      return "a tab cannot indent YAML; use spaces";
    }
    if (problem.contains("that cannot start any token")) {
      return "a value cannot begin with \"%s\" unless it is quoted; put it in quotes"
          .formatted(between(problem, "character '", "'"));
    }
    if (problem.startsWith("mapping values are not allowed here")) {
      return "\":\" is not expected here; quote the text if it contains \": \", or check the"
          + " indentation";
    }
    if (problem.startsWith("sequence entries are not allowed here")) {
      return "\"- \" is not expected here; begin a list on a line of its own, evenly indented";
    }
    if (problem.startsWith("found unknown escape character")) {
      return "\"\\%s\" is no escape of double-quoted text; double the backslash or use single quotes"
          .formatted(between(problem, "character ", "("));
    }
    if (problem.contains("but found '<stream end>'") || problem.contains("but got <stream end>")) {
      return "the file ends before \"[\" or \"{\" is closed; close it";
    }
    if (problem.startsWith("expected <block end>, but found '<scalar>'")) {
      return "something follows a value that has ended; put the whole value in quotes, or check the"
          + " indentation";
    }
    if (problem.startsWith("expected <block end>")) {
      return "this line fits neither what begins in line %s nor what is around it; check the"
              .formatted(start.getLine() + 1)
          + " indentation and the quotes";
    }
    if (problem.startsWith("expected ',' or ")) {
      boolean list = problem.contains("']'");
      return "expected \",\" or \"%s\", for the \"%s\" of line %s; close it or quote the text"
          .formatted(list ? "]" : "}", list ? "[" : "{", start.getLine() + 1);
    }
    if (context.startsWith("while scanning an alias")) {
      return "\"*\" must be followed by the name of an anchor; quote the text if it begins with"
          + " \"*\"";
    }
    if (context.startsWith("while scanning an anchor")) {
      return "\"&\" must be followed by a name; quote the text if it begins with \"&\"";
    }
    if (problem.startsWith("expected the node content")) {
      return "a value is missing here; write one, or quote the text";
    }
    if (problem.startsWith("expected '<document start>'")) {
      return "nothing may follow here; the file must be one mapping or one list";
    }
    return BY_CONTEXT.entrySet().stream()
        .filter(known -> context.contains(known.getKey()) || problem.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(UNREADABLE);
  }

  private static String between(String text, String before, String after) {
    int start = text.indexOf(before) + before.length();
    int end = text.indexOf(after, start);
    return end < 0 ? text.substring(start) : text.substring(start, end);
  }

  private static YamlFault fault(Mark place, String message) {
    return place == null
        ? new YamlFault(1, 1, message)
        : new YamlFault(place.getLine() + 1, place.getColumn() + 1, message);
  }
}
