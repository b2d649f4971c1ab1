package org.openedx.devdata.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openedx.devdata.xapi.FixtureInputs.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.opaquekeys.CourseKey;

/** The form of statements whatever their type: their keys, and their quotation for CSV. */
class RenderedFormTest extends RenderedStatements {

  @Test
  void doublesQuotationMarksForCsv() throws IOException {
    JsonNode expected = Fixtures.read("problem_check(server)");
    StatementData data = FixtureInputs.of(StatementType.SERVER_PROBLEM_CHECK, expected);
    data.kind = JsonText.of("choice");
    data.text = JsonText.of("Say \"caj\u00f3n\"");
    data.otherText = text(expected, "/result/response");
    OutputBytes plain = new OutputBytes(16);
    OutputBytes csv = new OutputBytes(16);
    renderer.identify(data);
    renderer.render(data, Quoting.PLAIN, plain);
    renderer.render(data, Quoting.CSV, csv);
    assertThat(csv).hasToString(plain.toString().replace("\"", "\"\""));
    assertThat(plain.toString()).contains("Say \\\"caj\\u00f3n\\\"");
  }

  @Test
  void everyTypeIsJsonWithTheNineOrFewerKnownKeys() throws IOException {
    StatementData data = new StatementData();
    data.course = CourseText.of("http://lms", CourseKey.of("A", "B", "C"), "Name");
    data.text = JsonText.of("text");
    data.parentText = data.text;
    data.otherText = data.text;
    data.kind = data.text;
    data.max = 2;
    for (StatementType type : StatementType.values()) {
      data.type = type;
      assertThat(render(data).fieldNames())
          .toIterable()
          .as(type.name())
          .contains("id", "version", "timestamp", "actor", "verb", "object", "context")
          .isSubsetOf("id", "version", "timestamp", "actor", "verb", "object", "context", "result");
    }
  }
}
