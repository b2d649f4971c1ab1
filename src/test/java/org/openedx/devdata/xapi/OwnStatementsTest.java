package org.openedx.devdata.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.testing.GoldenFile;

/**
 * A statement of each type with inputs of our own, compared whole: what {@link
 * StatementRendererTest} compares with the statements of the platform, for machines without those.
 */
class OwnStatementsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LMS = "https://learn.example.com";
  private static final long MICROS = 1_772_366_400_123_456L;

  private final StatementRenderer renderer =
      new StatementRenderer(new StatementSettings(LMS, "event-routing-backends@9.9.9"));

  private static StatementData inputs() {
    StatementData data = new StatementData();
    data.course =
        CourseText.of(
            LMS, CourseKey.parse("course-v1:DevdataX+Botany101+2026"), "Botany for Beginners");
    data.accountHigh = 0x1111_2222_3333_4444L;
    data.accountLow = 0x8555_6666_7777_8888L;
    data.sessionHigh = 0x0123_4567_89ab_cdefL;
    data.sessionLow = 0xfedc_ba98_7654_3210L;
    data.micros = MICROS;
    data.blockHigh = 0xaaaa_bbbb_cccc_ddddL;
    data.blockLow = 0xeeee_ffff_0000_1111L;
    data.text = JsonText.of("What is a \"stoma\"?");
    data.parentText = JsonText.of("Leaves, pores & caf\u00e9s");
    data.otherText = JsonText.of("a pore");
    data.kind = JsonText.of("choice");
    data.number = 2;
    data.otherNumber = 3;
    data.total = 7;
    data.raw = 3;
    data.max = 4;
    data.success = true;
    data.position = 12_345;
    data.otherPosition = 67_890;
    data.length = 195_000;
    data.speedFrom = 100;
    data.speedTo = 150;
    data.referenceHigh = 0x0f0f_0f0f_0f0f_0f0fL;
    data.referenceLow = 0xf0f0_f0f0_f0f0_f0f0L;
    data.startedMicros = MICROS - 3_600_000_000L;
    data.finishedMicros = MICROS - 1_500_000L;
    data.takenMicros = 3_598_500_000L;
    return data;
  }

  @Test
  void everyTypeIsRenderedAsItStandsInTheFile() throws IOException {
    StatementData data = inputs();
    StringBuilder lines = new StringBuilder();
    for (StatementType type : StatementType.values()) {
      data.type = type;
      OutputBytes out = new OutputBytes(16);
      renderer.identify(data);
      renderer.render(data, Quoting.PLAIN, out);
      JsonNode statement = JSON.readTree(out.toString());
      lines.append("// ").append(type).append('\n').append(statement.toPrettyString()).append('\n');
    }
    GoldenFile.check(OwnStatementsTest.class, "statements.txt", lines.toString());
  }
}
