package org.openedx.devdata.keep.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Specs of the LMS with odd values, generated from a seed. */
final class GeneratedSpecs {

  /** Texts that a writer of YAML may take for something else. */
  static final List<String> TEXTS =
      List.of(
          "null",
          "~",
          "NO",
          "007",
          "2026-01-01",
          "a: b",
          "a #b",
          "- x",
          "'",
          "\"",
          "\\",
          "${HOME}",
          "$${x}",
          "&a",
          "*b",
          "!c",
          "%d",
          "@e",
          "`f",
          "|",
          ">",
          "[x]",
          "{y: z}",
          ", ,",
          "a\nb",
          "tab\there",
          " lead",
          "trail ",
          "ends:",
          "é",
          "日本語",
          "😀",
          "\u0085",
          "\u2028",
          "\u0007",
          "x".repeat(200),
          "?",
          "-",
          "<<",
          "=",
          "true",
          "1e5",
          ".5",
          "0x1F",
          "1_000",
          "12:30:45");

  private final Random random;
  private final StringBuilder spec = new StringBuilder();

  private GeneratedSpecs(long seed) {
    this.random = new Random(seed);
  }

  static String lms(long seed) {
    return new GeneratedSpecs(seed).lms();
  }

  private String lms() {
    spec.append("users:\n");
    for (int i = 0; i < 8; i++) {
      spec.append("- username: u").append(i).append('\n');
      maybe("name", text());
      maybe("first_name", text(30));
      maybe("bio", text());
      maybe("city", text());
      maybe("goals", random.nextBoolean() ? "~" : text());
      maybe("gender", List.of("~", "\"\"", "f", "o").get(random.nextInt(4)));
      maybe("year_of_birth", random.nextBoolean() ? "~" : "" + (1900 + random.nextInt(120)));
      maybe("is_active", "" + random.nextBoolean());
      maybe("last_login", time());
      maybe("password_hash", "\"!\"");
      maybe("groups", List.of("[a]", "[b, a]", "[]").get(random.nextInt(3)));
    }
    spec.append("courses:\n");
    for (int i = 0; i < 4; i++) {
      spec.append("- course_id: course-v1:A+B+").append(i).append('\n');
      maybe("display_name", random.nextBoolean() ? "~" : text());
      maybe("start", random.nextBoolean() ? "~" : time());
      maybe("lowest_passing_grade", "0." + random.nextInt(100));
      maybe("days_early_for_beta", "" + random.nextDouble());
      maybe("has_highlights", "" + random.nextBoolean());
      maybe("max_student_enrollments_allowed", "" + random.nextInt());
    }
    spec.append("enrollments:\n");
    for (int i = 0; i < 12; i++) {
      spec.append("- {username: u").append(i % 8);
      spec.append(", course_id: course-v1:A+B+").append(i / 4);
      spec.append(
          List.of(
                  "",
                  ", mode: verified",
                  ", is_active: false",
                  ", schedule: false",
                  ", created: 2020-01-02, start_date: 2021-01-01",
                  ", schedule_active: false, upgrade_deadline: " + time(),
                  ", history: [{at: 2020-01-01T01:02:03.000004Z}, {at: 2021-01-01, mode: honor,"
                      + " active: false, history_change_reason: "
                      + text(90)
                      + "}]")
              .get(random.nextInt(7)));
      spec.append("}\n");
    }
    spec.append("cohorts:\n");
    for (int i = 0; i < 3; i++) {
      spec.append("- {course_id: course-v1:A+B+")
          .append(i)
          .append(", name: \"a: #")
          .append(i)
          .append('"');
      spec.append(List.of("", ", is_cohorted: false").get(random.nextInt(2)));
      spec.append(", users: [u").append(i).append(", u").append(i + 3).append("]}\n");
    }
    states();
    return spec.toString();
  }

  private void states() {
    spec.append("student_modules:\n");
    for (int i = 0; i < 8; i++) {
      String type = List.of("problem", "video", "html").get(random.nextInt(3));
      spec.append("- username: u").append(i).append('\n');
      spec.append("  block: block-v1:A+B+1+type@").append(type).append("+block@x\n");
      boolean versioned = type.equals("problem") && random.nextBoolean();
      maybe("state", random.nextInt(4) == 0 && !versioned ? "~" : json());
      maybe("grade", "0.25");
      maybe("max_grade", random.nextBoolean() ? "1" : "0.5");
      if (versioned) {
        spec.append("  versions:\n  - {state: ").append("{\"a\": 1}").append("}\n");
      }
    }
  }

  private void maybe(String field, String value) {
    if (random.nextInt(3) > 0) {
      spec.append("  ").append(field).append(": ").append(value).append('\n');
    }
  }

  private String text() {
    return text(250);
  }

  private String text(int length) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(2); i++) {
      parts.add(TEXTS.get(random.nextInt(TEXTS.size())));
    }
    String text = String.join(" ", parts);
    return quoted(text.length() > length ? text.substring(0, length) : text);
  }

  private String json() {
    return "{%s: %s, \"list\": [1, -2.5, 1e3, 12345678901234567890, null, true, {}, []], \"in\": {\"x\": %s}}"
        .formatted(text(20), text(), text());
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char letter : text.replace("${", "$${").toCharArray()) {
      if (letter == '"' || letter == '\\') {
        out.append('\\').append(letter);
      } else if (letter < ' ' || letter == 0x85 || letter == 0x2028) {
        out.append("\\u%04x".formatted((int) letter));
      } else {
        out.append(letter);
      }
    }
    return out.append('"').toString();
  }

  private String time() {
    return "20%02d-%02d-%02dT%02d:%02d:%02d.%06dZ"
        .formatted(
            random.nextInt(30),
            1 + random.nextInt(12),
            1 + random.nextInt(28),
            random.nextInt(24),
            random.nextInt(60),
            random.nextInt(60),
            random.nextInt(1_000_000));
  }
}
