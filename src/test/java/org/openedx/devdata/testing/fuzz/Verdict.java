package org.openedx.devdata.testing.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with the answer of a command, whatever it was asked. Stateless. */
public final class Verdict {

  /** Words that only a library or a program that fell over says. */
  private static final Pattern RAW =
      Pattern.compile(
          "bug in devdata|Exception\\b|Error\\b(?=:)|\\bat [\\w.$]+\\(\\w+\\.java|"
              + "\\b(?:java|javax|sun|jdk|com|org|picocli)\\.[a-z]+\\.\\w+|"
              + "\\[Source:|REDACTED|line: \\d+, column: \\d+|while (?:parsing|scanning|constructing)|"
              + "expected <|could not find expected|mapping values are not allowed|found character|"
              + "Unrecognized token|Unexpected char|Cannot (?:invoke|deserialize|construct)|"
              + "[Ff]or input string|out of bounds|out of range for|begin \\d+, end|could not be parsed|"
              + "Illegal (?:character|char|base64)|Malformed|Input length|No enum constant|"
              + "Unmatched argument|Possible solutions|Invalid value for|Missing required|"
              + "should be specified only once|Expected parameter|Unknown option|could not be matched|"
              + "(?:: |=)null\\b|ConnectionException|link failure");

  private static final int LONGEST_LINE = 1000;

  private Verdict() {}

  /** The faults of an answer; none for a good one. */
  public static List<String> faults(int code, String out, String err) {
    List<String> faults = new ArrayList<>();
    if (code < 0 || code > 5) {
      faults.add("exit code " + code);
    }
    if (code == 0 && err.lines().anyMatch(line -> line.startsWith("devdata: "))) {
      faults.add("an error, and exit code 0");
    }
    if (code != 0 && code != 4 && err.isBlank()) {
      faults.add("exit code " + code + " without a word");
    }
    Matcher raw = RAW.matcher(err.replaceAll("\"[^\"\\n]*\"", "VALUE"));
    if (raw.find()) {
      faults.add("raw text: " + raw.group());
    }
    if (err.lines().anyMatch(line -> line.length() > LONGEST_LINE)) {
      faults.add("a line of more than " + LONGEST_LINE + " characters");
    }
    for (String stream : List.of(out, err)) {
      if (stream.codePoints().anyMatch(Verdict::unseen)) {
        faults.add("a control character");
      }
    }
    return faults;
  }

  private static boolean unseen(int character) {
    int type = Character.getType(character);
    return character != '\n'
        && (Character.isISOControl(character)
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR
            || type == Character.SURROGATE
            || character >= 0x202A && character <= 0x202E);
  }
}
