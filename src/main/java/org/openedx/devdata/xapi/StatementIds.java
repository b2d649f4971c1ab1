package org.openedx.devdata.xapi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.openedx.devdata.bytes.Hexadecimal;

/**
 * Statement ids by the rule of event-routing-backends: a name-based UUID (version 5) of actor and
 * time, in a namespace that is the name-based UUID of the verb. Allocates nothing for a statement
 * other than a child question. Mutable, not thread-safe.
 */
final class StatementIds {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final long DNS_HIGH = 0x6ba7b8109dad11d1L;
  private static final long DNS_LOW = 0x80b400c04fd430c8L;
  private static final int NAMESPACE = 16;

  private final MessageDigest sha1;
  private final byte[] digest = new byte[20];
  private final long[] namespaceHigh = new long[Verb.values().length];
  private final long[] namespaceLow = new long[Verb.values().length];

  /** Namespace, the text of the actor, a hyphen, the text of the time. */
  private final byte[] hashed;

  private final int accountStart;
  private final int timeStart;
  private long accountHigh;
  private long accountLow;

  StatementIds(String lmsUrl) {
    try {
      sha1 = MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-1", absent);
    }
    byte[] before =
        "{\"objectType\": \"Agent\", \"account\": {\"name\": \"".getBytes(StandardCharsets.UTF_8);
    byte[] after = ("\", \"homePage\": \"" + lmsUrl + "\"}}-").getBytes(StandardCharsets.UTF_8);
    accountStart = NAMESPACE + before.length;
    timeStart = accountStart + 36 + after.length;
    hashed = new byte[timeStart + 64];
    System.arraycopy(before, 0, hashed, NAMESPACE, before.length);
    System.arraycopy(after, 0, hashed, accountStart + 36, after.length);
    Hexadecimal.putUuid(0, 0, hashed, accountStart);
    for (Verb verb : Verb.values()) {
      namespace(verb.hashedText());
      namespaceHigh[verb.ordinal()] = high();
      namespaceLow[verb.ordinal()] = low();
    }
  }

  /** Sets the id of a statement whose time has this text. */
  void identify(StatementData data, byte[] time, int timeLength) {
    if (data.accountHigh != accountHigh || data.accountLow != accountLow) {
      accountHigh = data.accountHigh;
      accountLow = data.accountLow;
      Hexadecimal.putUuid(accountHigh, accountLow, hashed, accountStart);
    }
    long high = namespaceHigh[data.type.verb().ordinal()];
    long low = namespaceLow[data.type.verb().ordinal()];
    if (data.type == StatementType.QUESTION_CHECK) {
      namespace(data.type.verb().hashedText() + "-" + childId(data));
      high = high();
      low = low();
    }
    LONGS.set(hashed, 0, high);
    LONGS.set(hashed, 8, low);
    System.arraycopy(time, 0, hashed, timeStart, timeLength);
    hash(hashed, timeStart + timeLength);
    data.idHigh = high();
    data.idLow = low();
  }

  private static String childId(StatementData data) {
    String block;
    if (data.blockName == null) {
      byte[] digits = new byte[32];
      Hexadecimal.put16(data.blockHigh, digits, 0);
      Hexadecimal.put16(data.blockLow, digits, 16);
      block = new String(digits, StandardCharsets.US_ASCII);
    } else {
      block = data.blockName.value();
    }
    return block + "_" + data.otherNumber + "_1";
  }

  private void namespace(String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    byte[] input = new byte[NAMESPACE + text.length];
    LONGS.set(input, 0, DNS_HIGH);
    LONGS.set(input, 8, DNS_LOW);
    System.arraycopy(text, 0, input, NAMESPACE, text.length);
    hash(input, input.length);
  }

  private void hash(byte[] input, int length) {
    sha1.update(input, 0, length);
    try {
      sha1.digest(digest, 0, digest.length);
    } catch (DigestException tooShort) {
      throw new IllegalStateException("a SHA-1 digest has 20 bytes", tooShort);
    }
  }

  private long high() {
    return (long) LONGS.get(digest, 0) & 0xffffffffffff0fffL | 0x5000L;
  }

  private long low() {
    return (long) LONGS.get(digest, 8) & 0x3fffffffffffffffL | 0x8000000000000000L;
  }
}
