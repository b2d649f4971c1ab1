package org.openedx.devdata.xapi;

/** Goes through the statements of one frame after another. Mutable, not thread-safe. */
public interface FrameReader {

  /** Turns to the begin of a frame; any frame, in any order. */
  void open(int frame);

  /** Fills in the next statement of the frame; false when there is none. */
  boolean next(StatementData data);
}
