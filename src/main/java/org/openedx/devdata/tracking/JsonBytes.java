package org.openedx.devdata.tracking;

import org.openedx.devdata.bytes.Decimal;
import org.openedx.devdata.bytes.Hexadecimal;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.bytes.MomentText;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.Quoting;

/**
 * Writes JSON as Python's {@code json.dumps} does, ASCII with blanks after commas and colons. Texts
 * are given escaped. Mutable, not thread-safe.
 */
final class JsonBytes {

  private final OutputBytes out;
  private final MomentText moments = new MomentText();
  private boolean first = true;

  JsonBytes(OutputBytes out) {
    this.out = out;
  }

  OutputBytes out() {
    return out;
  }

  void clear() {
    out.clear();
    first = true;
  }

  JsonBytes begin() {
    separate();
    out.put((byte) '{');
    first = true;
    return this;
  }

  JsonBytes end() {
    out.put((byte) '}');
    first = false;
    return this;
  }

  /** Begins a member whose value is an object. */
  JsonBytes object(String key) {
    key(key);
    out.put((byte) '{');
    first = true;
    return this;
  }

  private void separate() {
    if (!first) {
      out.putAscii(", ");
    }
    first = false;
  }

  void key(String key) {
    separate();
    out.put((byte) '"');
    out.putAscii(key);
    out.putAscii("\": ");
  }

  /** A value that is JSON already. */
  JsonBytes json(String key, String value) {
    key(key);
    out.putAscii(value);
    return this;
  }

  JsonBytes text(String key, String value) {
    key(key);
    out.put((byte) '"');
    out.putAscii(value);
    out.put((byte) '"');
    return this;
  }

  JsonBytes text(String key, JsonText value) {
    key(key);
    out.put((byte) '"');
    out.put(value.bytes(Quoting.PLAIN));
    out.put((byte) '"');
    return this;
  }

  JsonBytes nothing(String key) {
    return json(key, "null");
  }

  JsonBytes flag(String key, boolean value) {
    return json(key, value ? "true" : "false");
  }

  JsonBytes number(String key, long value) {
    key(key);
    Decimal.putInt(out, value);
    return this;
  }

  /** A decimal fraction as Python writes floats. */
  JsonBytes decimal(String key, long units, int places) {
    key(key);
    Decimal.putFloat(out, units, places);
    return this;
  }

  /** Seconds as a browser writes them: without a point when they are whole. */
  JsonBytes seconds(String key, int millis) {
    if (millis % 1_000 == 0) {
      return number(key, millis / 1_000);
    }
    return decimal(key, millis, 3);
  }

  JsonBytes uuid(String key, long high, long low) {
    key(key);
    out.put((byte) '"');
    int start = out.reserve(36);
    Hexadecimal.putUuid(high, low, out.array(), start);
    out.put((byte) '"');
    return this;
  }

  /** A text of 32 hexadecimal digits. */
  JsonBytes digits32(String key, long high, long low) {
    key(key);
    out.put((byte) '"');
    int start = out.reserve(32);
    Hexadecimal.put16(high, out.array(), start);
    Hexadecimal.put16(low, out.array(), start + 16);
    out.put((byte) '"');
    return this;
  }

  /**
   * A moment.
   *
   * @param separator stands between date and time
   */
  JsonBytes moment(String key, long micros, char separator) {
    key(key);
    out.put((byte) '"');
    int start = out.reserve(MomentText.LONGEST);
    out.truncate(start + moments.put(micros, separator, out.array(), start));
    out.put((byte) '"');
    return this;
  }

  /** The JSON that another has written, as text. */
  JsonBytes quoted(String key, OutputBytes json) {
    key(key);
    out.put((byte) '"');
    byte[] bytes = json.array();
    int done = 0;
    for (int i = 0; i < json.length(); i++) {
      if (bytes[i] == '"' || bytes[i] == '\\') {
        out.put(bytes, done, i - done);
        out.put((byte) '\\');
        done = i;
      }
    }
    out.put(bytes, done, json.length() - done);
    out.put((byte) '"');
    return this;
  }

  /** The JSON that another has written. */
  JsonBytes copied(String key, OutputBytes json) {
    key(key);
    out.put(json.array(), 0, json.length());
    return this;
  }
}
