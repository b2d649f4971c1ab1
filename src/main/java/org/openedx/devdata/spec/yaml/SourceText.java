package org.openedx.devdata.spec.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.reader.StreamReader;

/** Turns the bytes of a file into text, strictly: UTF-8 only, and no control characters. */
final class SourceText {

  private SourceText() {}

  /**
   * The text of a file, without byte order mark.
   *
   * @throws YamlFault at the first byte or character that cannot be
   */
  static String decode(byte[] bytes) {
    if (isPlain(bytes)) {
      return new String(bytes, StandardCharsets.US_ASCII);
    }
    refuseOtherEncodings(bytes);
    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    ByteBuffer input = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer output = CharBuffer.allocate(bytes.length - start);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(input, output, true);
    String text = output.flip().toString();
    if (result.isError()) {
      int value = bytes[input.position()] & 0xFF;
      throw faultAtEnd(
          text, "byte 0x%02X is not UTF-8; save the file with the encoding UTF-8".formatted(value));
    }
    refuseControls(text);
    return text;
  }

  /** Returns whether all is ASCII without control characters, as nearly all of a long spec is. */
  private static boolean isPlain(byte[] bytes) {
    for (byte value : bytes) {
      if (value < ' ' && value != '\n' && value != '\t' && value != '\r' || value == 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static void refuseOtherEncodings(byte[] bytes) {
    String encoding = OtherUnicode.of(bytes);
    if (!encoding.isEmpty()) {
      throw new YamlFault(1, 1, "the file is " + encoding + "; save it with the encoding UTF-8");
    }
    if (startsWith(bytes, 0x1F, 0x8B)) {
      throw new YamlFault(1, 1, "the file is compressed with gzip; unpack it first");
    }
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int index = 0; index < prefix.length; index++) {
      if ((bytes[index] & 0xFF) != prefix[index]) {
        return false;
      }
    }
    return true;
  }

  private static void refuseControls(String text) {
    for (int index = 0; index < text.length(); ) {
      int character = text.codePointAt(index);
      if (!StreamReader.isPrintable(character)) {
        throw faultAtEnd(
            text.substring(0, index),
            "control character U+%04X cannot stand in YAML; remove it, or write \"%s\" in double quotes"
                .formatted(
                    character, (character < 0x100 ? "\\x%02X" : "\\u%04X").formatted(character)));
      }
      index += Character.charCount(character);
    }
  }

  /** A fault right behind a text. */
  private static YamlFault faultAtEnd(String before, String message) {
    int line = 1;
    int lineStart = 0;
    for (int index = 0; index < before.length(); index++) {
      char character = before.charAt(index);
      boolean lone = index + 1 == before.length() || before.charAt(index + 1) != '\n';
      if (character == '\n' || (character == '\r' && lone)) {
        line++;
        lineStart = index + 1;
      }
    }
    int column = before.codePointCount(lineStart, before.length()) + 1;
    return new YamlFault(line, column, message);
  }
}
