package org.openedx.devdata.xapi;

import static org.openedx.devdata.xapi.FixtureInputs.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.bytes.JsonText;

/** Statements of the forum. */
class ForumRendererTest extends RenderedStatements {

  @ParameterizedTest
  @CsvSource({
    "edx.forum.thread.created, POST_CREATED, discussion, threads",
    "edx.forum.thread.reported, THREAD_REPORTED, , threads",
    "edx.forum.thread.unreported, THREAD_UNREPORTED, , threads",
    "edx.forum.thread.viewed, THREAD_VIEWED, , comments",
    "edx.forum.response.voted, RESPONSE_VOTED, up, comments",
  })
  void rendersForumStatements(String file, StatementType type, String kind, String path)
      throws IOException {
    JsonNode expected = Fixtures.read(file);
    StatementData data = FixtureInputs.of(type, expected);
    data.text = text(expected, "/object/definition/name/en");
    data.otherText = JsonText.of(path);
    data.kind = kind == null ? null : JsonText.of(kind);
    assertRendered(expected, data);
  }

  @ParameterizedTest
  @CsvSource({
    "edx.forum.response.created, RESPONSE_CREATED, 64b7b2be, e68f35003369092d",
    "edx.forum.comment.created, COMMENT_CREATED, 64d1df08, 87e82a002b35a6f7",
  })
  void groupsRepliesUnderTheirThread(String file, StatementType type, String high, String low)
      throws IOException {
    JsonNode expected = Fixtures.read(file);
    StatementData data = FixtureInputs.of(type, expected);
    data.referenceHigh = Long.parseUnsignedLong(high, 16);
    data.referenceLow = Long.parseUnsignedLong(low, 16);
    assertRendered(expected, data);
  }
}
