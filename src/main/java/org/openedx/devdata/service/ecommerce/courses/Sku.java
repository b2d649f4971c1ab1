package org.openedx.devdata.service.ecommerce.courses;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Stock-keeping units as the service computes them for a new stock record: the last seven hex
 * digits of the MD5 of some values, empty ones included, joined by single blanks. Once written, a
 * SKU never changes, so an existing one must be kept and not computed again. Stateless.
 */
final class Sku {

  private static final int DIGITS = 7;

  private Sku() {}

  /**
   * Computes that of a seat.
   *
   * @param certificateType such as {@code verified}; empty for an audit seat
   * @param creditProvider empty unless it is a credit seat
   * @param productId of the child product, read back after its insert
   */
  static String seat(
      String certificateType,
      String courseKey,
      boolean idVerification,
      String creditProvider,
      long productId,
      long partnerId) {
    return of(
        certificateType, courseKey, python(idVerification), creditProvider, productId, partnerId);
  }

  /** Computes that of a seat made before 28 April 2023, without the product's id. */
  static String seatBefore2023(
      String certificateType,
      String courseKey,
      boolean idVerification,
      String creditProvider,
      long partnerId) {
    return of(certificateType, courseKey, python(idVerification), creditProvider, partnerId);
  }

  /** Computes that of a course's enrolment code. */
  static String enrollmentCode(String courseKey, String seatType, long partnerId) {
    return of(courseKey, seatType, partnerId);
  }

  /** Computes that of a course entitlement. */
  static String entitlement(String certificateType, String courseUuid, long partnerId) {
    return of(certificateType, courseUuid, partnerId);
  }

  /** Computes that of a coupon. */
  static String coupon(long productId, long partnerId) {
    return of(productId, partnerId);
  }

  private static String python(boolean value) {
    return value ? "True" : "False";
  }

  private static String of(Object... values) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : " ").append(values[i]);
    }
    byte[] bytes = text.toString().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    String hex = HexFormat.of().withUpperCase().formatHex(md5(bytes));
    return hex.substring(hex.length() - DIGITS);
  }

  private static byte[] md5(byte[] bytes) {
    try {
      return MessageDigest.getInstance("MD5").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no MD5", e);
    }
  }
}
