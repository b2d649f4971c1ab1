package org.openedx.devdata.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.opaquekeys.CourseKey;

/** Reads from an expected statement the inputs that a statement of the same event has. */
final class FixtureInputs {

  static final String LMS = "http://localhost:18000";
  static final StatementSettings SETTINGS =
      new StatementSettings(LMS, "event-routing-backends@1.1.1");

  private FixtureInputs() {}

  static StatementData of(StatementType type, JsonNode expected) {
    StatementData data = new StatementData();
    data.type = type;
    data.course = CourseText.of(LMS, CourseKey.parse(courseKey(expected)), "Demonstration Course");
    UUID account = UUID.fromString(expected.at("/actor/account/name").asText());
    data.accountHigh = account.getMostSignificantBits();
    data.accountLow = account.getLeastSignificantBits();
    String session = expected.at("/context/extensions").get(Extensions.SESSION).asText();
    data.sessionHigh = Long.parseUnsignedLong(session.substring(0, 16), 16);
    data.sessionLow = Long.parseUnsignedLong(session.substring(16), 16);
    data.micros =
        ChronoUnit.MICROS.between(
            OffsetDateTime.parse("1970-01-01T00:00Z"),
            OffsetDateTime.parse(expected.get("timestamp").asText()));
    data.number = 1;
    object(expected.at("/object/id").asText(), data);
    return data;
  }

  static JsonText text(JsonNode expected, String pointer) {
    return JsonText.of(expected.at(pointer).asText());
  }

  static void attempt(JsonNode expected, StatementData data) {
    JsonNode grouping = expected.at("/context/contextActivities/grouping/0");
    UUID code = UUID.fromString(grouping.get("id").asText().toLowerCase(Locale.ROOT));
    data.referenceHigh = code.getMostSignificantBits();
    data.referenceLow = code.getLeastSignificantBits();
    data.text = text(expected, "/object/definition/name/en");
    data.number = 60;
    data.otherNumber = 1;
  }

  static long micros(String text) {
    return ChronoUnit.MICROS.between(
        OffsetDateTime.parse("1970-01-01T00:00Z"), OffsetDateTime.parse(text));
  }

  private static String courseKey(JsonNode expected) {
    JsonNode parent = expected.at("/context/contextActivities/parent/0/id");
    String url = parent.isMissingNode() ? expected.at("/object/id").asText() : parent.asText();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static void object(String id, StatementData data) {
    int block = id.indexOf("+block@");
    if (block > 0) {
      String digits = id.substring(block + 7, block + 39);
      data.blockHigh = Long.parseUnsignedLong(digits.substring(0, 16), 16);
      data.blockLow = Long.parseUnsignedLong(digits.substring(16), 16);
    } else if (id.contains("/discussion/")) {
      data.blockName = JsonText.of(id.substring(id.lastIndexOf('/') + 1));
    }
  }
}
