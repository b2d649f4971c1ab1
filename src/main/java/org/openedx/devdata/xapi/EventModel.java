package org.openedx.devdata.xapi;

import java.util.List;
import org.openedx.devdata.world.dump.CourseHistory;
import org.openedx.devdata.world.dump.Enrolments;

/**
 * Decides who does what when. The stream of a model is cut into frames that follow each other in
 * time; each can be made alone. Implementations are immutable and safe to share between threads.
 */
public interface EventModel {

  /** Number of statements of the whole stream, or about so many. */
  long statements();

  /** Returns whether that number, and those of frames, are exact. */
  default boolean isCounted() {
    return true;
  }

  /** Number of frames that it is cut into. */
  int frames();

  /** Number of statements before a frame; for {@link #frames()}, all of them. */
  long firstOrdinal(int frame);

  /** The moment at which a frame begins, microseconds since 1970. */
  long startMicros(int frame);

  /** About how many statements lie before a moment, microseconds since 1970. */
  long statementsBefore(long micros);

  /** The courses of the stream; {@link StatementData#courseIndex} is a place in this list. */
  List<CourseText> courses();

  /** The enrolments as the statements report them. */
  Enrolments enrolments();

  /** The courses as their authors change them while the events happen. */
  default CourseHistory history() {
    return CourseHistory.NONE;
  }

  /** A new reader, for one thread. */
  FrameReader reader();
}
