package org.openedx.devdata.spec;

import java.util.List;
import java.util.Optional;

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
 * @param naming what record it names, if any
 * @param example its value in an example record, as YAML; empty for any value of the type
 */
public record Field(
    String name,
    List<String> aliases,
    FieldType type,
    boolean required,
    boolean nullable,
    String summary,
    String defaultText,
    String forbidden,
    Optional<Naming> naming,
    String example) {

  public Field {
    aliases = List.copyOf(aliases);
  }

  /** An optional field that may not be null. */
  public static Field of(String name, FieldType type, String summary) {
    return new Field(name, List.of(), type, false, false, summary, "", "", Optional.empty(), "");
  }

  /** A key that is refused with a reason, such as a primary key. */
  public static Field forbidden(String name, String reason) {
    return new Field(
        name, List.of(), new FieldType.Json(), false, true, "", "", reason, Optional.empty(), "");
  }

  public Field asRequired() {
    return new Field(
        name, aliases, type, true, nullable, summary, defaultText, forbidden, naming, example);
  }

  /** The same key, which a record may leave out, and may have as null. */
  public Field asOptional() {
    return new Field(
        name, aliases, type, false, true, summary, defaultText, forbidden, naming, example);
  }

  public Field asNullable() {
    return new Field(
        name, aliases, type, required, true, summary, defaultText, forbidden, naming, example);
  }

  public Field withAliases(String... names) {
    return new Field(
        name,
        List.of(names),
        type,
        required,
        nullable,
        summary,
        defaultText,
        forbidden,
        naming,
        example);
  }

  public Field withDefault(String text) {
    return new Field(
        name, aliases, type, required, nullable, summary, text, forbidden, naming, example);
  }

  /** Names a record that must exist, in the specs or in the database. */
  public Field naming(String kind, String... fields) {
    return withNaming(new Naming(kind, List.of(fields), true));
  }

  /** Names a record that need not exist, and is spelled as there where it does. */
  public Field spelledAs(String kind, String... fields) {
    return withNaming(new Naming(kind, List.of(fields), false));
  }

  private Field withNaming(Naming named) {
    return new Field(
        name,
        aliases,
        type,
        required,
        nullable,
        summary,
        defaultText,
        forbidden,
        Optional.of(named),
        example);
  }

  /** Says its value in the example of its kind, as YAML: one that a load takes. */
  public Field withExample(String yaml) {
    return new Field(
        name, aliases, type, required, nullable, summary, defaultText, forbidden, naming, yaml);
  }
}
