package org.openedx.devdata.random;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Makes UUIDs of version 5 (RFC 9562: SHA-1 of a namespace and a name) without allocating. Not
 * thread-safe: one for each thread. The digest of one call is kept in the object and read out as
 * halves, bytes or text.
 */
public final class NameUuids {

  /** The namespace of domain names. */
  public static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

  /** The namespace of URLs. */
  public static final UUID URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final MessageDigest sha1;
  private final byte[] namespace = new byte[16];
  private final byte[] digest = new byte[20];

  /** A digest that was ended has been reset by that, which costs as much as hashing a little. */
  private boolean begun;

  private long high;
  private long low;

  public NameUuids() {
    try {
      this.sha1 = MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-1", e);
    }
  }

  /** A UUID of version 5, where speed does not matter. */
  public static UUID version5(UUID namespace, String name) {
    NameUuids maker = new NameUuids();
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    maker.begin(namespace.getMostSignificantBits(), namespace.getLeastSignificantBits());
    maker.update(bytes, 0, bytes.length);
    maker.end();
    return new UUID(maker.high, maker.low);
  }

  /** Starts a new UUID in a namespace. */
  public void begin(long namespaceHigh, long namespaceLow) {
    put(namespaceHigh, namespace, 0);
    put(namespaceLow, namespace, 8);
    if (begun) {
      sha1.reset();
    }
    begun = true;
    sha1.update(namespace, 0, namespace.length);
  }

  /** Adds a piece of the name, as its UTF-8 bytes. */
  public void update(byte[] name, int offset, int length) {
    sha1.update(name, offset, length);
  }

  /**
   * Makes the UUID of a namespace and a name that stand behind each other in an array, at once:
   * what is quickest.
   *
   * @param length number of bytes of the namespace, which has 16, and the name
   */
  public void make(byte[] namespaceAndName, int length) {
    if (begun) {
      sha1.reset();
    }
    sha1.update(namespaceAndName, 0, length);
    end();
  }

  /** Finishes the UUID; its halves and texts can be read until the next one begins. */
  public void end() {
    try {
      sha1.digest(digest, 0, digest.length);
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-1 does not have 20 bytes here", e);
    }
    begun = false;
    high = (get(digest, 0) & 0xffff_ffff_ffff_0fffL) | 0x5000L;
    low = Uuids.low(get(digest, 8));
  }

  public long high() {
    return high;
  }

  public long low() {
    return low;
  }

  /** Writes the 16 bytes of the UUID. */
  public void writeBytes(byte[] out, int at) {
    put(high, out, at);
    put(low, out, at + 8);
  }

  /** Writes the 36 characters of the UUID's text. */
  public void writeText(byte[] out, int at) {
    Uuids.writeText(high, low, out, at);
  }

  private static void put(long value, byte[] out, int at) {
    LONGS.set(out, at, value);
  }

  private static long get(byte[] in, int at) {
    return (long) LONGS.get(in, at);
  }
}
