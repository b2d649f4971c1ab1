package org.openedx.devdata.spec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A record kind: the top-level key of a service spec (or a nested list) and the fields of its
 * records. Immutable; {@link SpecRecord} stores values by the index of their field.
 */
public final class Kind {

  private final String name;
  private final List<String> aliases;
  private final String summary;
  private final List<Field> fields;
  private final List<String> identity;
  private final List<List<String>> unique;
  private final Map<String, Function<SpecRecord, String>> derived;
  private final int[] identityIndexes;
  private final List<Common> common;
  private final String example;
  private final Map<String, Integer> indexByKey = new HashMap<>();

  /**
   * @param name the documented top-level key, plural
   * @param aliases other spellings of the key that are accepted
   * @param summary one or two sentences for the reference
   * @param fields the keys of a record, in the order of the reference; the first field of a name
   *     wins, so that a kind's own fields can come before the columns of its tables
   * @param identity names of the fields that distinguish two records (their natural key), compared
   *     as the database compares text: without regard to case; empty when records may repeat
   */
  public Kind(
      String name,
      List<String> aliases,
      String summary,
      List<Field> fields,
      List<String> identity) {
    this(name, aliases, summary, fields, identity, List.of(), Map.of(), List.of(), "");
  }

  private Kind(
      String name,
      List<String> aliases,
      String summary,
      List<Field> fields,
      List<String> identity,
      List<List<String>> unique,
      Map<String, Function<SpecRecord, String>> derived,
      List<Common> common,
      String example) {
    this.derived = Map.copyOf(derived);
    this.unique = unique.stream().map(List::copyOf).toList();
    this.common = List.copyOf(common);
    this.example = example;
    this.name = name;
    this.aliases = List.copyOf(aliases);
    this.summary = summary;
    this.fields = List.copyOf(fields);
    this.identity = List.copyOf(identity);
    for (int index = 0; index < fields.size(); index++) {
      indexByKey.putIfAbsent(fields.get(index).name(), index);
    }
    for (int index = 0; index < fields.size(); index++) {
      for (String alias : fields.get(index).aliases()) {
        indexByKey.putIfAbsent(alias, index);
      }
    }
    for (String key : identity) {
      if (!indexByKey.containsKey(key)) {
        throw new IllegalArgumentException("kind " + name + " has no field " + key);
      }
    }
    this.identityIndexes = identity.stream().mapToInt(indexByKey::get).toArray();
  }

  public String name() {
    return name;
  }

  public List<String> aliases() {
    return aliases;
  }

  public String summary() {
    return summary;
  }

  public List<Field> fields() {
    return fields;
  }

  public List<String> identity() {
    return identity;
  }

  /**
   * The same kind, whose records must differ in these fields, too: a list for each such key. Where
   * the last field of a key holds a list, records must differ in each of its elements.
   */
  public Kind withUnique(List<List<String>> keys) {
    return new Kind(name, aliases, summary, fields, identity, keys, derived, common, example);
  }

  /**
   * The same kind, whose key fields get a value of their own where a record leaves them out.
   *
   * @param defaults for each optional field of the identity, what a record gets
   */
  public Kind withIdentityDefaults(Map<String, Function<SpecRecord, String>> defaults) {
    return new Kind(name, aliases, summary, fields, identity, unique, defaults, common, example);
  }

  /** The same kind, of whose records all with one value of a field say the same of another. */
  public Kind withCommon(String field, String of) {
    List<Common> agreed = List.of(new Common(field, of));
    return new Kind(name, aliases, summary, fields, identity, unique, derived, agreed, example);
  }

  /** Fields that no two records may have alike, besides the identity: a list for each such key. */
  public List<List<String>> unique() {
    return unique;
  }

  /** Fields of which records agree. */
  public List<Common> common() {
    return common;
  }

  /**
   * A field that belongs to something that several records name.
   *
   * @param of the field that names it
   */
  public record Common(String name, String of) {}

  /**
   * The same kind with an example for the reference, for records that no other text fits.
   *
   * @param yaml the kind's key with its records, behind the settings that they need
   */
  public Kind withExample(String yaml) {
    return new Kind(name, aliases, summary, fields, identity, unique, derived, common, yaml);
  }

  /** The example of the reference; empty for one that follows from the fields. */
  public String example() {
    return example;
  }

  /**
   * Identity that two records of the same row share: the key, compared as the database does. A key
   * field that is absent has its default, and without one equals another absent one.
   *
   * @return null for a record without any key field, which factories number
   */
  public String identityOf(SpecRecord record) {
    StringBuilder key = new StringBuilder();
    boolean any = false;
    for (int i = 0; i < identityIndexes.length; i++) {
      Object value = record.raw(identityIndexes[i]);
      any |= value != null;
      if (value == null || value == SpecRecord.NULL) {
        Function<SpecRecord, String> otherwise = derived.get(identity.get(i));
        value = otherwise == null ? value : otherwise.apply(record);
      }
      key.append(value == null ? "\0" : Collation.fold(value.toString())).append('\1');
    }
    return any ? key.toString() : null;
  }

  /** Index of the field that a key of a spec means, by name or alias; -1 when there is none. */
  public int indexOf(String key) {
    return indexByKey.getOrDefault(key, -1);
  }

  @Override
  public String toString() {
    return name;
  }
}
