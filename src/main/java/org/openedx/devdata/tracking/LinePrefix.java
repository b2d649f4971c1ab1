package org.openedx.devdata.tracking;

import org.openedx.devdata.bytes.Decimal;
import org.openedx.devdata.bytes.MomentText;
import org.openedx.devdata.bytes.OutputBytes;

/** Writes what stands before the JSON of a line. Mutable, not thread-safe. */
interface LinePrefix {

  void write(Scene scene, OutputBytes out);

  static LinePrefix of(TrackingSettings.Prefix prefix) {
    return prefix == TrackingSettings.Prefix.TUTOR
        ? new OfTutor()
        : (scene, out) -> {
          // A bare line.
        };
  }

  /** As {@code 2026-02-01 10:20:30,123 INFO 27 [tracking] [user 6] [ip 192.0.2.1] ...}. */
  final class OfTutor implements LinePrefix {

    private static final int SECONDS_LENGTH = 19;
    private static final int FIRST_PROCESS = 20;
    private static final int PROCESSES = 4;

    private final MomentText moments = new MomentText();
    private final byte[] moment = new byte[MomentText.LONGEST];

    @Override
    public void write(Scene scene, OutputBytes out) {
      moments.put(scene.micros(), ' ', moment, 0);
      out.put(moment, 0, SECONDS_LENGTH);
      int millis = (int) (Math.floorMod(scene.micros(), 1_000_000L) / 1_000);
      out.put((byte) ',');
      out.put((byte) ('0' + millis / 100));
      out.put((byte) ('0' + millis / 10 % 10));
      out.put((byte) ('0' + millis % 10));
      out.putAscii(" INFO ");
      Decimal.putInt(out, FIRST_PROCESS + Math.floorMod(scene.session(), PROCESSES));
      out.putAscii(" [tracking] [user ");
      boolean asked = scene.event.origin() != Origin.WORKER;
      if (asked) {
        Decimal.putInt(out, scene.person.userId());
        out.putAscii("] [ip ");
        out.putAscii(scene.person.ip());
      } else {
        out.putAscii("None] [ip None");
      }
      out.putAscii("] logger.py:41 - ");
    }
  }
}
