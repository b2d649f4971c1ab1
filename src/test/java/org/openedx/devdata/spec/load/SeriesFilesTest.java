package org.openedx.devdata.spec.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.spec.ServiceSpec;

/** Records on the rows of files that a spec names. */
class SeriesFilesTest extends SeriesSpecs {

  @Test
  void rowsOfFilesAreRecordsWithTheirOwnPlaces() throws IOException {
    write(
        "more/staff.csv",
        "\uFEFFusername,email,year_of_birth,note\r\nada,,1905,x\r\n\r\n\"bob\",\"\",1900,\"y,\nz\"\r\n");
    write(
        "rows.jsonl",
        "{\"username\": \"carl\", \"groups\": [\"a\"], \"meta\": {\"n\": 1.5}}\n{\"username\": \"dora\"}\n");
    ServiceSpec spec =
        lms(
            """
            users:
            - from: more/staff.csv
              country: NG
              password: "pw {note}"
            - from: rows.jsonl
            """);
    assertThat(texts(spec, "users", "username")).containsExactly("ada", "bob", "carl", "dora");
    assertThat(texts(spec, "users", "email")).containsExactly("null", "", "null", "null");
    assertThat(texts(spec, "users", "password")).startsWith("pw x", "pw y,\nz");
    assertThat(spec.of("users").get(1).positionOf("year_of_birth"))
        .hasToString(folder + "/more/staff.csv:4:10");
    assertThat(spec.of("users").get(2).positionOf("groups"))
        .hasToString(folder + "/rows.jsonl:1:32");
  }

  @Test
  void problemsOfFilesHaveTheirPlaces() throws IOException {
    write("bad.csv", "username,emial,year_of_birth\nada,x,old\nada,y,1990\n");
    write("wide.csv", "username\nada,bob\n");
    write("open.csv", "username\n\"ada\n");
    write("twice.csv", "username,username\n");
    write("none.csv", "");
    write("bad.jsonl", "{\"username\": \"ada\"}\n[1]\n");
    write("cut.jsonl", "{\"username\": \"ada\n");
    assertThat(problems("users:\n- from: bad.csv\n"))
        .containsExactly(
            "bad.csv:1:10: unknown key \"emial\" in users; did you mean \"email\"?",
            "bad.csv:2:7: \"year_of_birth\" in users must be a whole number from 1900 to 2155, not \"old\"");
    for (String file :
        List.of("wide.csv:2:5", "open.csv:3:", "twice.csv:1:10", "bad.jsonl:2:1", "cut.jsonl:1:")) {
      String name = file.substring(0, file.indexOf(':'));
      assertThat(problems("users:\n- from: " + name + "\n"))
          .singleElement()
          .asString()
          .startsWith(file);
    }
    assertThat(problems("users:\n- from: none.csv\n"))
        .containsExactly("none.csv: this file is empty; its first line names fields");
    write("twins.csv", "username\nada\nbob\nADA\n");
    assertThat(problems("users:\n- from: twins.csv\n"))
        .containsExactly(
            "twins.csv:4:1: username \"ADA\" stands twice in users, first at twins.csv:2:1; remove one");
  }
}
