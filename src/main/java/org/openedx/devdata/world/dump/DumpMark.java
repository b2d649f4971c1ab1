package org.openedx.devdata.world.dump;

import java.nio.charset.StandardCharsets;
import org.openedx.devdata.random.NameUuids;
import org.openedx.devdata.random.Uuids;
import org.openedx.devdata.world.WorldSpec;

/**
 * The start that the ids of all exports of a world have in common, so that its rows are found among
 * those of the site and of other worlds: the upper 48 of their 128 bits.
 *
 * @param bits in the upper 48 bits; the others are 0
 */
public record DumpMark(long bits) {

  private static final long MASK = 0xffff_ffff_ffff_0000L;

  /** The mark of a world; the same whenever it is described in the same way. */
  public static DumpMark of(WorldSpec spec) {
    return new DumpMark(
        NameUuids.version5(NameUuids.URL, "exports of " + spec).getMostSignificantBits() & MASK);
  }

  /** The start of an id as text: twelve hex digits and the dash among them. */
  public String prefix() {
    byte[] text = new byte[Uuids.TEXT_LENGTH];
    Uuids.writeText(bits, 0, text, 0);
    return new String(text, 0, 13, StandardCharsets.US_ASCII);
  }

  /** The upper half of an id with this mark in place of its own bits. */
  long in(long high) {
    return bits | (high & ~MASK);
  }
}
