package org.openedx.devdata.embedded.clickhouse.statement;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbException;
import org.openedx.devdata.embedded.clickhouse.engine.EngineConfig;

/**
 * Refuses what would let a statement reach files, programs and web servers with the rights of the
 * engine's owner. The engine's own grants ({@link EngineConfig}) cover table functions; this covers
 * what an engine in a process of its own allows whatever its grants say (seen with 26.7.3): the
 * function {@code file}, {@code INTO OUTFILE}, {@code FROM INFILE}, table and database engines,
 * sources of dictionaries.
 *
 * <p>Sees a statement token by token. Mutable, one for each request.
 */
public final class StatementGuard {

  /** Refused when called, whatever the case: a bracket follows. */
  private static final Set<String> CALLS =
      Set.of(
          "disk",
          "executable",
          "executable_pool",
          "executablepool",
          "eval",
          "file",
          "http",
          "jdbc",
          "library",
          "odbc");

  /** Behind these, what stands before a bracket is the name of a table with its columns. */
  private static final Set<String> BEFORE_NAMES = Set.of(".", "into", "table", "exists", "view");

  private static final Set<String> ENGINES =
      Set.of(
          "datalakecatalog",
          "deltalakelocal",
          "embeddedrocksdb",
          "executable",
          "executablepool",
          "file",
          "filelog",
          "filesystem",
          "iceberglocal",
          "jdbc",
          "odbc",
          "paimonlocal",
          "queryrunner",
          "sqlite",
          "url");

  /** Columns described in a string, as table functions take them, may have defaults. */
  private static final Pattern DEFAULT_IN_STRING =
      Pattern.compile(
          "\\b(default|materialized|alias|ephemeral)\\b.*\\bfile[`\"]?\\s*\\(",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7f]");
  private static final Pattern HEX = Pattern.compile("\\\\x([0-9a-fA-F]{2})");
  private static final String STRING = "'";

  private String first = "";
  private String before3 = "";
  private String before2 = "";
  private String before = "";

  /**
   * Looks at the whole of a statement.
   *
   * @throws ChdbException code 497
   */
  public static void check(byte[] text, int length) {
    SqlTokens tokens = new SqlTokens(text, length);
    StatementGuard guard = new StatementGuard();
    while (tokens.next() != SqlTokens.Kind.END) {
      guard.look(tokens);
    }
  }

  /** Looks at a value that takes the place of a string. */
  public static void checkValue(String value) {
    if (DEFAULT_IN_STRING.matcher(value).find()) {
      throw refused("file");
    }
  }

  /** Looks at the next token. */
  void look(SqlTokens tokens) {
    String token = normal(tokens);
    if (token.isEmpty()) {
      return;
    }
    if (first.isEmpty()) {
      first = token;
    }
    if (isRefused(token)) {
      throw refused(token.length() > 1 && !token.startsWith(STRING) ? token : before);
    }
    before3 = before2;
    before2 = before;
    before = token;
  }

  private boolean isRefused(String token) {
    return switch (token) {
      case "(" -> CALLS.contains(before) && !BEFORE_NAMES.contains(before2);
      // A function may be handed to another one: arrayMap(file, ...), * APPLY file.
      case "," ->
          before.equals("file")
              && before2.equals("(")
              && (before3.startsWith("array") || before3.startsWith("map"));
      case "outfile" -> before.equals("into");
      case "infile" -> before.equals("from");
      case STRING -> first.equals("attach") && before.equals("from");
      default ->
          (token.equals("file") && isApplied())
              || (ENGINES.contains(token)
                  && (before.equals("engine") || (before.equals("=") && before2.equals("engine"))));
    };
  }

  private boolean isApplied() {
    return before.equals("apply") || (before.equals("(") && before2.equals("apply"));
  }

  private static String normal(SqlTokens tokens) {
    String word = tokens.word();
    if (!tokens.isQuoted()) {
      // The engine takes some blanks and quotes outside ASCII for what they look like.
      return word.chars().allMatch(c -> c < 0x80)
          ? word.toLowerCase(Locale.ROOT)
          : NOT_ASCII.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
    }
    if (word.startsWith("'") || word.startsWith("$")) {
      if (word.contains("file") || word.contains("\\x")) {
        checkValue(HEX.matcher(word).replaceAll(StatementGuard::decoded));
      }
      return STRING;
    }
    // An escape in a name has no honest use; it is taken for the worst.
    return word.contains("\\")
        ? "file"
        : word.substring(1, Math.max(1, word.length() - 1)).toLowerCase(Locale.ROOT);
  }

  private static String decoded(MatchResult escape) {
    char c = (char) Integer.parseInt(escape.group(1), 16);
    return Matcher.quoteReplacement(String.valueOf(c));
  }

  private static ChdbException refused(String what) {
    return new ChdbException(
        497,
        ("The embedded ClickHouse gives statements no access to files, programs and web servers,"
                + " and this one uses '%s': insert the rows, or use a ClickHouse server of your"
                + " own. (ACCESS_DENIED)")
            .formatted(what));
  }
}
