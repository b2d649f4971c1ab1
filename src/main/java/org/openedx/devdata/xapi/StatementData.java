package org.openedx.devdata.xapi;

import org.openedx.devdata.bytes.JsonText;

/**
 * Content of one statement in primitive form: the one object through which every statement of a
 * thread passes, filled by an {@link EventModel} and read by a {@link StatementRenderer}. Fields
 * that a type does not use keep old values. Mutable, not thread-safe; its fields are public because
 * filling them is the hottest path of the program.
 */
public final class StatementData {

  /** Type of the statement; decides which other fields count. */
  public StatementType type;

  /** The course that it belongs to. */
  public CourseText course;

  /** The learner's account name, a UUID. */
  public long accountHigh;

  public long accountLow;

  /** The browser session, 32 hexadecimal digits; both halves are 0 when there is none. */
  public long sessionHigh;

  public long sessionLow;

  /** Moment of the event, in microseconds since 1970. */
  public long micros;

  /**
   * The object's own id: for a block what follows {@code block@}, for a forum post its id. Null
   * when {@link #blockHigh} and {@link #blockLow} hold it as hexadecimal digits: 32 for a block,
   * for a post the 8 last of the first and the 16 of the second.
   */
  public JsonText blockName;

  public long blockHigh;
  public long blockLow;

  /** Enrolment mode, question text, title, link text: the type's main text. */
  public JsonText text;

  /** The text of the whole problem that a question is part of: its first question. */
  public JsonText parentText;

  /** A second text: a learner's response, the path of a forum object. */
  public JsonText otherText;

  /** The interaction type of a problem, or a vote, or the kind of a thread. */
  public JsonText kind;

  /** Attempt number, starting tab, hint index, minutes of an exam. */
  public int number;

  /** Ending tab, number of tabs, number of a question in its problem (from 2). */
  public int otherNumber;

  /** Tabs of a sequential. */
  public int total;

  /** Points earned; hundredths for a course grade. */
  public int raw;

  /** Points possible; 100 for a course grade. */
  public int max;

  /** Success of an answer or of a completion. */
  public boolean success;

  /** Position in a video, milliseconds. */
  public int position;

  /** Position that a seek goes to, milliseconds. */
  public int otherPosition;

  /** Length of a video, milliseconds. */
  public int length;

  /** Speeds of a video in hundredths. */
  public int speedFrom;

  public int speedTo;

  /** Another statement, an exam attempt or a thread that this one refers to. */
  public long referenceHigh;

  public long referenceLow;

  /** Start of an exam attempt, in microseconds since 1970. */
  public long startedMicros;

  /** End of an exam attempt, in microseconds since 1970. */
  public long finishedMicros;

  /** Duration of the exam attempt, in microseconds. */
  public long takenMicros;

  /** The {@code id} that the statement got; set by {@link StatementRenderer#identify}. */
  public long idHigh;

  public long idLow;

  /** Position of the course among those of the run, for counting. */
  public int courseIndex;
}
