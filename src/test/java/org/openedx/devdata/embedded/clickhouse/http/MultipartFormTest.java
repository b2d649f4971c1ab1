package org.openedx.devdata.embedded.clickhouse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbException;

class MultipartFormTest {

  private static Map<String, String> read(String type, String body) throws IOException {
    return MultipartForm.read(
        type, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void fieldsComeInOrderWithLineEndsAndLetters() throws IOException {
    String body =
        "--xYz\r\nContent-Disposition: form-data; name=\"query\"\r\n\r\nSELECT {a:String}\r\n, 2\r\n"
            + "--xYz\r\nContent-Disposition: form-data; name=\"param_a\"\r\n"
            + "Content-Type: text/plain\r\n\r\nhé\r\n--xYz--\r\n";
    assertThat(read("multipart/form-data; boundary=xYz", body))
        .containsExactly(
            Map.entry("query", "SELECT {a:String}\r\n, 2"), Map.entry("param_a", "hé"));
  }

  @Test
  void quotedBoundaryIsUnderstood() throws IOException {
    String body = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--b--";
    assertThat(read("multipart/form-data; boundary=\"b\"", body)).containsEntry("a", "");
  }

  @Test
  void formWithoutBoundaryIsRefused() {
    assertThatThrownBy(() -> read("multipart/form-data", ""))
        .isInstanceOf(ChdbException.class)
        .hasMessageContaining("boundary");
  }
}
