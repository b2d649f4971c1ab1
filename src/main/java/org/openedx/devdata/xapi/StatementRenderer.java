package org.openedx.devdata.xapi;

import org.openedx.devdata.bytes.Decimal;
import org.openedx.devdata.bytes.Hexadecimal;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.bytes.MomentText;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.Quoting;

/**
 * Writes statements as JSON bytes. The constant parts of each type are encoded when the renderer is
 * made; a statement only fills the slots between them, so that nothing is allocated for it. Knows
 * nothing of where a statement comes from or goes to. Mutable, not thread-safe: one for each
 * thread.
 */
public final class StatementRenderer {

  private static final byte[] TRUE = Quoting.PLAIN.encode("true");
  private static final byte[] FALSE = Quoting.PLAIN.encode("false");
  private static final byte[] WHOLE = Quoting.PLAIN.encode("100.0");
  private static final byte[] ZERO = Quoting.PLAIN.encode("0.0");

  private final Template[][] templates;

  /** Those of statements that belong to no session. */
  private final Template[][] withoutSession;

  private final byte[][] attemptKeys;
  private final StatementIds ids;
  private final Fractions fractions = new Fractions();
  private final MomentText moments = new MomentText();
  private final byte[] time = new byte[MomentText.LONGEST];
  private int timeLength;
  private final byte[] moment = new byte[MomentText.LONGEST];
  private final byte[] account = new byte[36];
  private long accountHigh = -1;
  private long accountLow = -1;
  private final byte[] session = new byte[32];
  private long sessionHigh = -1;
  private long sessionLow = -1;
  private long wholeHigh;
  private long wholeLow;

  public StatementRenderer(StatementSettings settings) {
    Skeletons skeletons = new Skeletons(settings);
    StatementType[] types = StatementType.values();
    Quoting[] quotings = Quoting.values();
    templates = new Template[quotings.length][types.length];
    withoutSession = new Template[quotings.length][types.length];
    attemptKeys = new byte[quotings.length][];
    for (Quoting quoting : quotings) {
      attemptKeys[quoting.ordinal()] = quoting.encode("\"" + Extensions.ATTEMPT_ID + "\":");
      for (StatementType type : types) {
        templates[quoting.ordinal()][type.ordinal()] =
            Template.compile(skeletons.of(type, true), quoting);
        withoutSession[quoting.ordinal()][type.ordinal()] =
            Template.compile(skeletons.of(type, false), quoting);
      }
    }
    ids = new StatementIds(settings.lmsUrl());
  }

  /**
   * Gives a statement its id. To be called before the other methods, once for each statement. A
   * question refers to the problem of several questions that was identified last.
   */
  public void identify(StatementData data) {
    timeLength = moments.put(data.micros, 'T', time, 0);
    if (data.type == StatementType.QUESTION_CHECK) {
      data.referenceHigh = wholeHigh;
      data.referenceLow = wholeLow;
    }
    ids.identify(data, time, timeLength);
    if (data.type == StatementType.MULTI_QUESTION_PROBLEM_CHECK) {
      wholeHigh = data.idHigh;
      wholeLow = data.idLow;
    }
  }

  /** Writes the identified statement's id, 36 characters. */
  public void putId(StatementData data, OutputBytes out) {
    int start = out.reserve(36);
    Hexadecimal.putUuid(data.idHigh, data.idLow, out.array(), start);
  }

  /** Writes the identified statement's time with a blank between date and time. */
  public void putTime(OutputBytes out) {
    int start = out.reserve(timeLength);
    System.arraycopy(time, 0, out.array(), start, timeLength);
    out.array()[start + 10] = ' ';
  }

  /** Writes the identified statement. */
  public void render(StatementData data, Quoting quoting, OutputBytes out) {
    boolean visited = (data.sessionHigh | data.sessionLow) != 0;
    Template template =
        (visited ? templates : withoutSession)[quoting.ordinal()][data.type.ordinal()];
    int size = template.size();
    for (int i = 0; i < size; i++) {
      Template.Part part = template.part(i);
      int start = out.length();
      out.put(part.bytes());
      for (int inner = 0; inner < part.size(); inner++) {
        start += inlay(part.inlaid(inner), start + part.offset(inner), data, quoting, out);
      }
      if (part.after() != null) {
        fill(part.after(), data, quoting, out);
      }
    }
  }

  /** Writes a slot into its room and gives how much longer than this it was, mostly 0. */
  private int inlay(Slot slot, int at, StatementData data, Quoting quoting, OutputBytes out) {
    byte[] array = out.array();
    switch (slot) {
      case ID -> Hexadecimal.putUuid(data.idHigh, data.idLow, array, at);
      case TIME -> {
        return fit(time, timeLength, slot, at, out);
      }
      case ACCOUNT -> System.arraycopy(account(data), 0, array, at, account.length);
      case SESSION -> System.arraycopy(session(data), 0, array, at, session.length);
      case BLOCK -> {
        if (data.blockName != null) {
          return fit(data.blockName.bytes(quoting), slot, at, out);
        }
        Hexadecimal.put16(data.blockHigh, array, at);
        Hexadecimal.put16(data.blockLow, array, at + 16);
      }
      case POST -> {
        if (data.blockName != null) {
          return fit(data.blockName.bytes(quoting), slot, at, out);
        }
        putShort(data.blockHigh, data.blockLow, array, at);
      }
      case THREAD -> putShort(data.referenceHigh, data.referenceLow, array, at);
      case REFERENCE -> Hexadecimal.putUuid(data.referenceHigh, data.referenceLow, array, at);
      case CODE -> putUpper(data.referenceHigh, data.referenceLow, array, at);
      case STARTED -> {
        return fit(moment, moments.put(data.startedMicros, 'T', moment, 0), slot, at, out);
      }
      case FINISHED -> {
        return fit(moment, moments.put(data.finishedMicros, 'T', moment, 0), slot, at, out);
      }
      default -> throw new IllegalStateException("slot without a width: " + slot);
    }
    return 0;
  }

  private static int fit(byte[] text, Slot slot, int at, OutputBytes out) {
    return fit(text, text.length, slot, at, out);
  }

  /** Writes a text into the room of a slot, which is widened or narrowed to its length. */
  private static int fit(byte[] text, int length, Slot slot, int at, OutputBytes out) {
    int longer = length - slot.width();
    if (longer != 0) {
      out.shift(at + slot.width(), longer);
    }
    System.arraycopy(text, 0, out.array(), at, length);
    return longer;
  }

  private void fill(Slot slot, StatementData data, Quoting quoting, OutputBytes out) {
    switch (slot) {
      case COURSE_URL -> put(data.course.url(), quoting, out);
      case COURSE_NAME -> put(data.course.name(), quoting, out);
      case COURSE_ACTIVITY -> put(data.course.activity(), quoting, out);
      case COURSE_KEY -> put(data.course.key(), quoting, out);
      case USAGE -> put(data.course.usagePrefix(), quoting, out);
      case TEXT -> put(data.text, quoting, out);
      case PARENT_TEXT -> put(data.parentText, quoting, out);
      case OTHER_TEXT -> put(data.otherText, quoting, out);
      case KIND -> put(data.kind, quoting, out);
      default -> fillNumber(slot, data, quoting, out);
    }
  }

  private void fillNumber(Slot slot, StatementData data, Quoting quoting, OutputBytes out) {
    switch (slot) {
      case NUMBER, OTHER_NUMBER, TOTAL -> Decimal.putInt(out, whole(slot, data));
      case ATTEMPT -> putAttempt(data, quoting, out);
      case SCALED -> out.put(fractions.of(data.raw, data.max));
      case SUCCESS -> out.put(data.success ? TRUE : FALSE);
      case PROGRESS -> out.put(data.success ? WHOLE : ZERO);
      case PERIOD -> PeriodText.put(data.length, out);
      default -> Decimal.putFloat(out, units(slot, data), slot.places());
    }
  }

  private static int whole(Slot slot, StatementData data) {
    return switch (slot) {
      case NUMBER -> data.number;
      case OTHER_NUMBER -> data.otherNumber;
      default -> data.total;
    };
  }

  /** A decimal fraction in units of its last place. */
  private static long units(Slot slot, StatementData data) {
    return switch (slot) {
      case RAW -> data.raw * 10L;
      case MAX -> data.max * 10L;
      case POSITION -> data.position;
      case OTHER_POSITION -> data.otherPosition;
      case LENGTH -> data.length;
      case SPEED_FROM -> data.speedFrom;
      case SPEED_TO -> data.speedTo;
      case TAKEN -> data.takenMicros;
      default -> throw new IllegalStateException("slot without content: " + slot);
    };
  }

  /** The text of the account, which a learner's statements share. */
  private byte[] account(StatementData data) {
    if (data.accountHigh != accountHigh || data.accountLow != accountLow) {
      accountHigh = data.accountHigh;
      accountLow = data.accountLow;
      Hexadecimal.putUuid(accountHigh, accountLow, account, 0);
    }
    return account;
  }

  /** The text of the session, which the statements of a visit share. */
  private byte[] session(StatementData data) {
    if (data.sessionHigh != sessionHigh || data.sessionLow != sessionLow) {
      sessionHigh = data.sessionHigh;
      sessionLow = data.sessionLow;
      Hexadecimal.put16(sessionHigh, session, 0);
      Hexadecimal.put16(sessionLow, session, 16);
    }
    return session;
  }

  private static void put(JsonText text, Quoting quoting, OutputBytes out) {
    out.put(text.bytes(quoting));
  }

  private static void putUpper(long high, long low, byte[] array, int start) {
    Hexadecimal.putUuid(high, low, array, start);
    for (int i = start; i < start + 36; i++) {
      if (array[i] >= 'a') {
        array[i] = (byte) (array[i] - ('a' - 'A'));
      }
    }
  }

  private static void putShort(long high, long low, byte[] array, int start) {
    Hexadecimal.put8(high, array, start);
    Hexadecimal.put16(low, array, start + 8);
  }

  /** A statement without an attempt number (or with 0) has no attempt-id, as on a live site. */
  private void putAttempt(StatementData data, Quoting quoting, OutputBytes out) {
    if (data.number != 0 || data.type.family() == TypeFamily.EXAM) {
      out.put(attemptKeys[quoting.ordinal()]);
      Decimal.putInt(out, data.type.family() == TypeFamily.EXAM ? data.otherNumber : data.number);
    }
  }
}
