package org.openedx.devdata.jdbc.clickhouse.block;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types whose values have a fixed size, and their text; times are in UTC. Stateless. */
final class ScalarForms {

  private static final Pattern WHOLE = Pattern.compile("(U?)Int(8|16|32|64|128|256)");
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final int[] DECIMAL_DIGITS = {9, 18, 38, 76};

  private ScalarForms() {}

  static Optional<BlockColumn> of(String name, List<String> arguments) {
    Matcher whole = WHOLE.matcher(name);
    if (whole.matches()) {
      int size = Integer.parseInt(whole.group(2)) / 8;
      return column(size, whole(size, !whole.group(1).isEmpty()));
    }
    return switch (name) {
      case "Bool" -> column(1, (array, at) -> array[at] == 0 ? "false" : "true");
      case "Float32" -> column(4, (array, at) -> "" + buffer(array).getFloat(at));
      case "Float64" -> column(8, (array, at) -> "" + buffer(array).getDouble(at));
      case "Date" ->
          column(2, (array, at) -> "" + LocalDate.ofEpochDay(buffer(array).getShort(at) & 0xffff));
      case "Date32" ->
          column(4, (array, at) -> "" + LocalDate.ofEpochDay(buffer(array).getInt(at)));
      case "DateTime" -> column(4, (array, at) -> time(buffer(array).getInt(at) & 0xffffffffL, 0));
      case "DateTime64" -> {
        int digits = Integer.parseInt(arguments.get(0));
        yield column(8, (array, at) -> time(buffer(array).getLong(at), digits));
      }
      case "UUID" ->
          column(
              16,
              (array, at) ->
                  new UUID(buffer(array).getLong(at), buffer(array).getLong(at + 8)).toString());
      case "IPv4" ->
          column(
              4,
              (array, at) ->
                  address(new byte[] {array[at + 3], array[at + 2], array[at + 1], array[at]}));
      case "IPv6" ->
          column(16, (array, at) -> address(java.util.Arrays.copyOfRange(array, at, at + 16)));
      case "FixedString" -> {
        int size = Integer.parseInt(arguments.get(0));
        yield column(size, (array, at) -> text(array, at, size));
      }
      case "Enum8" -> column(1, (array, at) -> member(arguments, array[at]));
      case "Enum16" -> column(2, (array, at) -> member(arguments, buffer(array).getShort(at)));
      case "Decimal" ->
          decimal(Integer.parseInt(arguments.get(0)), Integer.parseInt(arguments.get(1)));
      case "Nothing" -> column(1, (array, at) -> "");
      default -> Optional.empty();
    };
  }

  private static Optional<BlockColumn> column(int size, FixedColumn.Form form) {
    return Optional.of(new FixedColumn(size, form));
  }

  private static ByteBuffer buffer(byte[] array) {
    return ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static FixedColumn.Form whole(int size, boolean unsigned) {
    if (size > 8) {
      return (array, at) -> number(array, at, size, unsigned).toString();
    }
    return (array, at) -> {
      long value = unsigned ? 0 : array[at + size - 1] >> 7;
      for (int i = size - 1; i >= 0; i--) {
        value = value << 8 | array[at + i] & 0xff;
      }
      return unsigned ? Long.toUnsignedString(value) : Long.toString(value);
    };
  }

  private static BigInteger number(byte[] array, int at, int size, boolean unsigned) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = array[at + size - 1 - i];
    }
    return unsigned ? new BigInteger(1, bytes) : new BigInteger(bytes);
  }

  private static Optional<BlockColumn> decimal(int digits, int scale) {
    int size = 4;
    for (int i = 0; digits > DECIMAL_DIGITS[i]; i++) {
      size *= 2;
    }
    int bytes = size;
    return column(
        bytes,
        (array, at) ->
            new BigDecimal(number(array, at, bytes, false), scale)
                .stripTrailingZeros()
                .toPlainString());
  }

  /**
   * @param ticks of a second's 10^digits parts since 1970
   */
  private static String time(long ticks, int digits) {
    long second = (long) Math.pow(10, digits);
    long fraction = Math.floorMod(ticks, second);
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(Math.floorDiv(ticks, second), 0, ZoneOffset.UTC);
    String text = SECONDS.format(time);
    return digits == 0 ? text : text + "." + ("" + (second + fraction)).substring(1);
  }

  private static String address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // Of another length only.
    }
  }

  private static String text(byte[] array, int at, int size) {
    return new String(array, at, size, StandardCharsets.UTF_8);
  }

  /** The name of an enumeration's member, of descriptions such as {@code 'a' = 1}. */
  private static String member(List<String> members, int value) {
    for (String member : members) {
      int equal = member.lastIndexOf('=');
      if (member.substring(equal + 1).strip().equals("" + value)) {
        return member.substring(1, member.lastIndexOf('\''));
      }
    }
    return "" + value;
  }
}
