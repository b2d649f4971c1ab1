package org.openedx.devdata.spec.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.ServiceDescriptor;

/**
 * Messages for keys that are not known. Thread-safe; remembers its answers, since a mistake in one
 * record is often made in all.
 */
final class KeyHints {

  /** More keys than these are not listed. */
  private static final int MANY = 14;

  /** Shorter keys are the beginning of too much. */
  private static final int SHORTEST_BEGINNING = 4;

  private static final Set<String> TOP_LEVEL = Set.of("version", "services", "targets");

  /** More answers than these are not remembered. */
  private static final int REMEMBERED = 1000;

  /**
   * An answer.
   *
   * @param text the end of a sentence, with its semicolon
   * @param field index of the field that was probably meant, -1 for none
   */
  record Hint(String text, int field) {}

  /** Nothing to say. */
  static final Hint NONE = new Hint("", -1);

  private final ServiceDescriptor descriptor;
  private final Map<List<String>, Hint> answers = new ConcurrentHashMap<>();

  KeyHints(ServiceDescriptor descriptor) {
    this.descriptor = descriptor;
  }

  /** About an unknown key of a record. */
  Hint inRecord(String key, Kind kind) {
    List<String> question = List.of(kind.name(), key);
    Hint known = answers.get(question);
    if (known == null) {
      known = answer(key, kind);
      if (answers.size() < REMEMBERED) {
        answers.put(question, known);
      }
    }
    return known;
  }

  private Hint answer(String key, Kind kind) {
    List<String> known = names(kind.fields());
    Optional<String> near = DidYouMean.among(key, known).or(() -> related(key, known));
    Optional<Kind> other =
        descriptor.kinds().stream().filter(it -> it != kind && it.indexOf(key) >= 0).findFirst();
    boolean sure =
        near.filter(name -> related(key, known).filter(name::equals).isPresent()).isPresent();
    if (near.isPresent() && (sure || other.isEmpty() || DidYouMean.same(key, near.get()))) {
      return new Hint("; did you mean \"" + near.get() + "\"?", kind.indexOf(near.get()));
    }
    if (other.isPresent()) {
      return new Hint("; it is a key of " + other.get().name(), -1);
    }
    return new Hint(
        known.size() > MANY
            ? "; `devdata schema " + descriptor.ida() + "` lists the keys"
            : "; known keys are " + String.join(", ", known),
        -1);
  }

  /**
   * The field that other kinds take by this key ({@code user} for {@code username}), or the only
   * one whose name begins with it.
   */
  private Optional<String> related(String key, List<String> known) {
    Optional<String> alias =
        descriptor.kinds().stream()
            .flatMap(other -> other.fields().stream())
            .filter(field -> field.aliases().contains(key) && known.contains(field.name()))
            .map(Field::name)
            .findFirst();
    if (alias.isPresent() || key.length() < SHORTEST_BEGINNING) {
      return alias;
    }
    List<String> longer = known.stream().filter(name -> name.startsWith(key)).toList();
    return longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
  }

  /** The end of a sentence about an unknown key at the top of a file. */
  String atTop(String key) {
    if (TOP_LEVEL.contains(key)) {
      return "; it is a key of top-level specs; remove it here";
    }
    List<String> known = topKeys(descriptor);
    String list =
        descriptor.kinds().isEmpty()
            ? "; `devdata schema " + descriptor.ida() + "` lists the keys"
            : "; a spec of " + descriptor.ida() + " has " + String.join(", ", known);
    Optional<String> near = DidYouMean.among(key, known);
    if (near.isPresent()) {
      return "; did you mean \"" + near.get() + "\"?";
    }
    return descriptor.kinds().stream()
        .filter(kind -> kind.indexOf(key) >= 0)
        .findFirst()
        .map(kind -> "; it is a key of a record, write it below \"" + kind.name() + "\"")
        .orElse(list);
  }

  /** The documented keys at the top of a service's file: kinds, then settings. */
  static List<String> topKeys(ServiceDescriptor descriptor) {
    List<String> keys = new ArrayList<>();
    descriptor.kinds().forEach(kind -> keys.add(kind.name()));
    keys.addAll(names(descriptor.settings()));
    return keys;
  }

  private static List<String> names(List<Field> fields) {
    return fields.stream()
        .filter(field -> field.forbidden().isEmpty())
        .map(Field::name)
        .distinct()
        .toList();
  }
}
