package org.openedx.devdata.jdbc.clickhouse;

import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openedx.devdata.net.ShownBody;
import org.openedx.devdata.net.WebAnswer;

/**
 * An answer that is a ClickHouse's and has begun well. It may still end in a failure: a server
 * sends its head before it is done. Not thread-safe.
 */
final class ServerAnswer implements AutoCloseable {

  private static final int ERROR_BYTES = 1 << 16;
  private static final Pattern ERROR = Pattern.compile("Code: (\\d{1,5})\\. DB::\\w*Exception");
  private static final String CODE = "X-ClickHouse-Exception-Code";

  private final ClickHouseSettings settings;
  private final WebAnswer answer;
  private final ResultForm form;

  private ServerAnswer(ClickHouseSettings settings, WebAnswer answer, ResultForm form) {
    this.settings = settings;
    this.answer = answer;
    this.form = form;
  }

  /**
   * Looks at an answer's head, and closes an answer that it does not like.
   *
   * @param form in which rows were asked for
   * @throws ClickHouseException when it is an error, or not a ClickHouse's
   */
  static ServerAnswer of(ClickHouseSettings settings, WebAnswer answer, ResultForm form) {
    boolean known =
        answer.headers().map().keySet().stream()
            .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("x-clickhouse-"));
    if (answer.status() == 200 && known && answer.header(CODE).isEmpty()) {
      return new ServerAnswer(settings, answer, form);
    }
    try (answer) {
      String said = answer.beginning(ERROR_BYTES);
      Matcher error = ERROR.matcher(said);
      boolean coded = error.find();
      Optional<String> code =
          answer.header(CODE).or(() -> coded ? Optional.of(error.group(1)) : Optional.empty());
      if (code.isPresent() && code.get().matches("\\d{1,5}")) {
        throw ClickHouseFailure.refused(settings, Integer.parseInt(code.get()), said);
      }
      throw known
          ? ClickHouseFailure.odd(settings, answer.status(), said)
          : ClickHouseFailure.notClickHouse(settings, answer, said);
    }
  }

  AnswerSummary summary() {
    return AnswerSummary.of(answer.header("X-ClickHouse-Summary").orElse(""));
  }

  /** Form in which its rows come. */
  ResultForm form() {
    return form;
  }

  /** The format of its body, as far as the server says. */
  Optional<String> format() {
    return answer.header("X-ClickHouse-Format");
  }

  /** Its body, whatever its form. */
  InputStream body() {
    return answer.body();
  }

  /** Its rows in text, up to their end. */
  MarkedLines lines(long maxBytes) {
    return new MarkedLines(answer.body(), form == ResultForm.MARKED, maxBytes, this::failureIn);
  }

  /**
   * Reads an answer that has no rows.
   *
   * @throws ClickHouseException when there is something all the same, such as a failure
   */
  void end() {
    String said = answer.beginning(ERROR_BYTES);
    if (!said.isEmpty()) {
      throw failureIn(said);
    }
  }

  /** Returns whether a line begins an error that a server has written behind rows. */
  static boolean isError(String line) {
    return line.strip().equals("__exception__") || ERROR.matcher(line).lookingAt();
  }

  /** The failure of an answer that holds what it should not, or lacks its end. */
  ClickHouseException failureIn(String text) {
    Matcher error = ERROR.matcher(text);
    if (error.find()) {
      String said = text.substring(error.start()).lines().findFirst().orElse("");
      return ClickHouseFailure.refused(settings, Integer.parseInt(error.group(1)), said);
    }
    return text.isBlank() || !ShownBody.isPage(text)
        ? ClickHouseFailure.cut(settings, text)
        : ClickHouseFailure.notClickHouse(settings, answer, text);
  }

  @Override
  public void close() {
    answer.close();
  }
}
