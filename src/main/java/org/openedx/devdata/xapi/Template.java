package org.openedx.devdata.xapi;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.Quoting;

/**
 * A statement type's bytes, as few parts, so that most of a statement is copied in a few pieces.
 * Made from a text in which slots stand as {@code $NAME$}. Immutable.
 */
final class Template {

  /**
   * Constant bytes with room for the slots whose width is known, and the slot of another width that
   * follows them; the last part has none. Immutable.
   */
  static final class Part {

    private final byte[] bytes;
    private final Slot[] inlaid;
    private final int[] offsets;
    private final Slot after;

    private Part(byte[] bytes, List<Slot> inlaid, List<Integer> offsets, Slot after) {
      this.bytes = bytes;
      this.inlaid = inlaid.toArray(Slot[]::new);
      this.offsets = offsets.stream().mapToInt(Integer::intValue).toArray();
      this.after = after;
    }

    /** The constant bytes; not to be changed. */
    byte[] bytes() {
      return bytes;
    }

    /** Number of slots that have room within the bytes. */
    int size() {
      return inlaid.length;
    }

    Slot inlaid(int index) {
      return inlaid[index];
    }

    /** Offset in bytes at which the room of a slot begins. */
    int offset(int index) {
      return offsets[index];
    }

    /** The slot behind the bytes, or null. */
    Slot after() {
      return after;
    }
  }

  private final Part[] parts;

  private Template(List<Part> parts) {
    this.parts = parts.toArray(Part[]::new);
  }

  static Template compile(String skeleton, Quoting quoting) {
    String[] pieces = skeleton.split("\\$", -1);
    List<Part> parts = new ArrayList<>();
    List<Slot> inlaid = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    OutputBytes bytes = new OutputBytes(skeleton.length());
    for (int i = 0; i < pieces.length; i++) {
      if (i % 2 == 0) {
        bytes.put(quoting.encode(pieces[i]));
        continue;
      }
      Slot slot = Slot.valueOf(pieces[i]);
      if (slot.width() > 0) {
        inlaid.add(slot);
        offsets.add(bytes.reserve(slot.width()));
      } else {
        parts.add(new Part(bytes.toByteArray(), inlaid, offsets, slot));
        bytes.clear();
        inlaid.clear();
        offsets.clear();
      }
    }
    parts.add(new Part(bytes.toByteArray(), inlaid, offsets, null));
    return new Template(parts);
  }

  int size() {
    return parts.length;
  }

  Part part(int index) {
    return parts[index];
  }
}
