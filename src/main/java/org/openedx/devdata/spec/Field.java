package org.openedx.devdata.spec;

import java.util.List;

/**
 * One key that a record of a kind may have. Drives reading, checking, the JSON Schema and the
 * generated reference.
 *
 * @param name the documented key
 * @param aliases other spellings that are accepted
 * @param type what it may hold
 * @param required whether a record without it is an error
 * @param nullable whether an explicit null is allowed
 * @param summary one sentence of what it means
 * @param defaultText what the factory writes when it is absent, for people; empty if nothing
 * @param forbidden when not empty, the key is known and refused with this reason (a primary key)
 */
public record Field(
    String name,
    List<String> aliases,
    FieldType type,
    boolean required,
    boolean nullable,
    String summary,
    String defaultText,
    String forbidden) {

  public Field {
    aliases = List.copyOf(aliases);
  }

  /** An optional field that may not be null. */
  public static Field of(String name, FieldType type, String summary) {
    return new Field(name, List.of(), type, false, false, summary, "", "");
  }

  /** A key that is refused with a reason, such as a primary key. */
  public static Field forbidden(String name, String reason) {
    return new Field(name, List.of(), new FieldType.Json(), false, true, "", "", reason);
  }

  public Field asRequired() {
    return new Field(name, aliases, type, true, nullable, summary, defaultText, forbidden);
  }

  public Field asNullable() {
    return new Field(name, aliases, type, required, true, summary, defaultText, forbidden);
  }

  public Field withAliases(String... names) {
    return new Field(
        name, List.of(names), type, required, nullable, summary, defaultText, forbidden);
  }

  public Field withDefault(String text) {
    return new Field(name, aliases, type, required, nullable, summary, text, forbidden);
  }
}
