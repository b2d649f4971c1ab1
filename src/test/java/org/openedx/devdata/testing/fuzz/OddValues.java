package org.openedx.devdata.testing.fuzz;

import java.util.List;
import java.util.Random;

/**
 * Values that are hardly ever right: what a reader of YAML, numbers, times and paths trips over.
 */
public final class OddValues {

  /** Text of YAML, inserted as it stands. No address leads to another machine. */
  private static final List<String> YAML =
      List.of(
          "",
          "~",
          "null",
          "true",
          "No",
          "on",
          "NaN",
          ".inf",
          "-.inf",
          "-1",
          "0",
          "00",
          "-0.0",
          "1e400",
          "1e-400",
          "99999999999999999999",
          "9223372036854775808",
          "-9223372036854775809",
          "2147483648",
          "0x10",
          "0o7",
          "0b1",
          "1_000",
          "١٢",
          "½",
          "12:30:45",
          "190:20:30",
          "2026-02-30",
          "2026-13-01T00:00:00Z",
          "0000-00-00",
          "9999-12-31T23:59:60Z",
          "-0001-01-01",
          "2026-01-01 00:00:00.123456789123 +99:99",
          "now",
          "today - 3w",
          "now - 99999999999999y",
          "now + 1",
          "now - 3",
          "now -- 3d",
          "tomorrow",
          "100%",
          "%",
          "@x",
          "`x`",
          "!x y",
          "!!binary aGk=",
          "!!int x",
          "!!timestamp 2026",
          "!!python/object:os.system x",
          "!!set {a, b}",
          "&a [*a]",
          "&a x",
          "*a",
          "*none",
          "<<: *x",
          "<<: [1]",
          "{}",
          "[]",
          "{a}",
          "[a, ]",
          "[,]",
          "{? a : b}",
          "{{x}}",
          "[[[[",
          "]",
          "}",
          "|",
          ">",
          "|9",
          ">-",
          "? x",
          ": x",
          "- - - x",
          "--- x",
          "...",
          "# x",
          "\"",
          "'",
          "\"\\x\"",
          "\"\\0\"",
          "\"\\ud83d\"",
          "\"a\\nb\"",
          "\"\\u202e\"",
          "\"\\r\"",
          "'\u2028'",
          "é",
          "田中",
          "🙂",
          "${X}",
          "${X:-y}",
          "${",
          "$",
          "${}",
          "${HOME}",
          "${X:-${Y}}",
          "~root",
          "a b",
          " a ",
          "a: b",
          "a:b",
          "a # b",
          "course-v1:a+b+c",
          "course-v1:a+b",
          "course-v1:a+b+c+d",
          "course-v1:é+b+c",
          "i4x://a/b/c/d",
          "a/b/c",
          "block-v1:a+b+c+type@problem+block@d",
          "lib:a:b",
          "@example.com",
          "a@",
          "pbkdf2_sha256$1$a$b",
          "/",
          ".",
          "..",
          "../../x",
          "/dev/null",
          "/dev/full/x",
          "-",
          "--",
          "http://127.0.0.1:9/x",
          "http://",
          "http://[",
          "file:///etc",
          "s3://",
          "s3://b",
          "s3://a//b",
          "jdbc:mysql://x",
          "jdbc:",
          "localhost",
          "127.0.0.1:x",
          "::1",
          "3/0",
          "0/3",
          "4/3",
          "1/99999999999",
          "gzip",
          "csv",
          "ralph",
          "verified");

  private OddValues() {}

  /** All of them that are short. */
  public static List<String> yaml() {
    return YAML;
  }

  /** One of them; at times a very long one. */
  public static String any(Random random) {
    return switch (random.nextInt(60)) {
      case 0 -> "x".repeat(70_000);
      case 1 -> "9".repeat(500);
      case 2 -> "[".repeat(200);
      case 3 -> "{a: ".repeat(200);
      case 4 -> "- ".repeat(200);
      default -> YAML.get(random.nextInt(YAML.size()));
    };
  }
}
