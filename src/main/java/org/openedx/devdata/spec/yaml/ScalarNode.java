package org.openedx.devdata.spec.yaml;

/** A single value: its text, whether quoted, and whether parts came from the environment. */
public final class ScalarNode extends SpecNode {

  /** Form in which the text was written, as far as it matters for its meaning. */
  enum Form {
    /** Without quotes: may mean null, a number, a truth value. */
    PLAIN,
    /** Quoted, a block, or tagged {@code !!str}: text and nothing else. */
    TEXT,
    /** Tagged {@code !!null}. */
    NULL,
    /** A problem was already reported for it; readers pass over it. */
    BROKEN
  }

  private final String text;
  private final Form form;
  private final String written;

  /**
   * @param written the text before interpolation when a value of the environment is part of it;
   *     null otherwise
   */
  ScalarNode(int line, int column, String text, Form form, String written) {
    super(line, column);
    this.text = text;
    this.form = form;
    this.written = written;
  }

  /** A value that stands without quotes at the place of another. */
  public static ScalarNode plain(SpecNode place, String text) {
    return plain(place.line(), place.column(), text);
  }

  /** A value that is not written: its text may mean a number or a truth value. */
  public static ScalarNode plain(int line, int column, String text) {
    return new ScalarNode(line, column, text, Form.PLAIN, null);
  }

  /** A value that is not written: text, whatever it looks like. */
  public static ScalarNode text(int line, int column, String text) {
    return new ScalarNode(line, column, text, Form.TEXT, null);
  }

  /** A value for which a problem was reported. */
  public static ScalarNode broken(int line, int column) {
    return new ScalarNode(line, column, "", Form.BROKEN, null);
  }

  /** Another text in place of this one, of which it is made; as secret as this one. */
  public ScalarNode replaced(String other) {
    return new ScalarNode(line(), column(), other, form, written);
  }

  /** The text, after interpolation. */
  public String text() {
    return text;
  }

  /**
   * Returns whether it is written without quotes, so that it may be read as a number or a truth
   * value.
   */
  public boolean plain() {
    return form == Form.PLAIN;
  }

  /**
   * Returns whether it is null: nothing, {@code ~} or {@code null} without quotes. A value that
   * comes from the environment never is.
   */
  public boolean isNull() {
    if (form != Form.PLAIN) {
      return form == Form.NULL;
    }
    return written == null
        && switch (text) {
          case "", "~", "null", "Null", "NULL" -> true;
          default -> false;
        };
  }

  /** Returns whether a problem was already reported for it, so that its text means nothing. */
  public boolean broken() {
    return form == Form.BROKEN;
  }

  /** Returns whether it holds a value of the environment, which messages must not repeat. */
  public boolean secret() {
    return written != null;
  }

  /** The text for messages: as written in the file when it holds a value of the environment. */
  public String shown() {
    return written == null ? text : written;
  }

  @Override
  public ScalarNode at(int otherLine, int otherColumn) {
    return new ScalarNode(otherLine, otherColumn, text, form, written);
  }

  @Override
  public String what() {
    return isNull() ? "null" : "text";
  }
}
