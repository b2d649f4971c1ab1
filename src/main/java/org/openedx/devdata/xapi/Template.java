package org.openedx.devdata.xapi;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.bytes.Quoting;

/**
 * A statement type's bytes: constants and, between each two of them, a slot. Made from a text in
 * which slots stand as {@code $NAME$}. Immutable.
 */
final class Template {

  private final byte[][] constants;
  private final Slot[] slots;

  private Template(byte[][] constants, Slot[] slots) {
    this.constants = constants;
    this.slots = slots;
  }

  static Template compile(String skeleton, Quoting quoting) {
    String[] pieces = skeleton.split("\\$", -1);
    List<byte[]> constants = new ArrayList<>();
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < pieces.length; i++) {
      if (i % 2 == 0) {
        constants.add(quoting.encode(pieces[i]));
      } else {
        slots.add(Slot.valueOf(pieces[i]));
      }
    }
    return new Template(constants.toArray(byte[][]::new), slots.toArray(Slot[]::new));
  }

  /** Number of slots; there is one constant more. */
  int size() {
    return slots.length;
  }

  byte[] constant(int index) {
    return constants[index];
  }

  Slot slot(int index) {
    return slots[index];
  }
}
