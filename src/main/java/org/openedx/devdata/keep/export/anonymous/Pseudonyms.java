package org.openedx.devdata.keep.export.anonymous;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openedx.devdata.factory.PersonDefaults;
import org.openedx.devdata.jdbc.table.Holding;
import org.openedx.devdata.spec.Collation;

/**
 * Invented values in place of people's own: a function of the secret and the value, so that they
 * are the same in every service, and no reader without the secret finds out whose they are.
 * Immutable.
 */
public final class Pseudonyms {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String BASE32 = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final String HEX = "0123456789abcdef";
  private static final Pattern ALL_HEX = Pattern.compile("[0-9a-fA-F-]{8,}");
  private static final String[] SYLLABLES = {
    "ta", "vo", "rin", "mel", "ka", "dos", "lu", "ben", "sor", "ni", "fal", "re", "gor", "pa",
    "wen", "ti"
  };

  private final SecretKeySpec key;
  private final PersonDefaults people;

  /**
   * @param secret of the caller's, of 16 bytes at least
   */
  public Pseudonyms(byte[] secret) {
    this.key = new SecretKeySpec(secret, ALGORITHM);
    this.people = new PersonDefaults(hash("people", "").getLong());
  }

  /** An invented value for a text. */
  public String of(Holding holding, String value) {
    if (value.isBlank()) {
      return value;
    }
    String folded = Collation.fold(value.strip());
    return switch (holding) {
      case USERNAME -> "learner_" + code(folded);
      case EMAIL -> "learner_" + code(folded) + "@example.com";
      case PERSON_NAME -> name(folded, value.strip().contains(" "));
      case HARMLESS -> value;
      default -> shaped(holding, value);
    };
  }

  /** An invented number for an id. */
  public long of(long id) {
    return 1 + Math.floorMod(hash("id", Long.toString(id)).getLong(), 2_000_000_000L);
  }

  /** Sixty bits: two of a million people hardly ever have the same. */
  private String code(String folded) {
    ByteBuffer bits = hash("person", folded);
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      code.append(BASE32.charAt(bits.get(i) & 31));
    }
    return code.toString();
  }

  private String name(String folded, boolean whole) {
    ByteBuffer bits = hash("name", folded);
    StringBuilder family = new StringBuilder();
    for (int i = 8; i < 12; i++) {
      family.append(SYLLABLES[bits.get(i) & 15]);
    }
    family.setCharAt(0, Character.toUpperCase(family.charAt(0)));
    String given = people.profile(Long.toHexString(bits.getLong())).get("name").toString();
    return whole ? given.split(" ")[0] + " " + family : family.toString();
  }

  /** A text of the same length and look: letters for letters, digits for digits. */
  private String shaped(Holding holding, String value) {
    boolean hex = ALL_HEX.matcher(value).matches();
    StringBuilder text = new StringBuilder();
    ByteBuffer bits = hash(holding.name(), value);
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      if (i % 32 == 0) {
        bits = hash(holding.name() + i, value);
      }
      int chance = bits.get(i % 32) & 0xff;
      if (hex && letter != '-') {
        text.append(HEX.charAt(chance & 15));
      } else if (Character.isDigit(letter)) {
        text.append((char) ('0' + chance % 10));
      } else if (Character.isLetter(letter) || Character.isSurrogate(letter)) {
        String one = LETTERS.substring(chance % 26, chance % 26 + 1);
        text.append(Character.isUpperCase(letter) ? one.toUpperCase(Locale.ROOT) : one);
      } else {
        text.append(letter);
      }
    }
    return text.toString();
  }

  private ByteBuffer hash(String purpose, String value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return ByteBuffer.wrap(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no " + ALGORITHM, e);
    }
  }
}
