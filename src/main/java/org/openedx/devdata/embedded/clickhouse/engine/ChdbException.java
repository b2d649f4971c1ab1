package org.openedx.devdata.embedded.clickhouse.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The engine refused a statement. Carries ClickHouse's error code, so that the endpoint can hand on
 * exactly what a server would say.
 */
public final class ChdbException extends RuntimeException {

  /** ClickHouse's code for "logical error": what an engine without a message amounts to. */
  public static final int LOGICAL_ERROR = 49;

  /** ClickHouse's code for "cannot read all data". */
  public static final int CANNOT_READ = 33;

  private static final long serialVersionUID = 1L;

  /** The engine wraps some of its errors several times; only the last prefix says anything. */
  private static final Pattern PREFIX =
      Pattern.compile("^(?:Error: )?(?:Code: (\\d+)\\. DB::Exception: )+", Pattern.DOTALL);

  private final int code;

  public ChdbException(int code, String message) {
    super(message);
    this.code = code;
  }

  /** Reads the engine's own text, {@code Code: 60. DB::Exception: ... (UNKNOWN_TABLE)}. */
  static ChdbException parse(String text) {
    Matcher prefix = PREFIX.matcher(text);
    if (!prefix.find()) {
      return new ChdbException(LOGICAL_ERROR, text.strip());
    }
    return new ChdbException(Integer.parseInt(prefix.group(1)), text.substring(prefix.end()));
  }

  public int code() {
    return code;
  }

  /** The text as ClickHouse's HTTP interface sends it, one line end at the end. */
  public String wireText(String engineVersion) {
    return "Code: %d. DB::Exception: %s (version %s)%n"
        .formatted(code, getMessage().strip(), engineVersion)
        .replace(System.lineSeparator(), "\n");
  }
}
