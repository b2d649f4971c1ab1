package org.openedx.devdata.spec.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.ServiceDescriptor;

/** What to say about a key that nobody knows. Immutable. */
final class KeyHints {

  /** More keys than these are not listed. */
  private static final int MANY = 14;

  private final ServiceDescriptor descriptor;

  KeyHints(ServiceDescriptor descriptor) {
    this.descriptor = descriptor;
  }

  /** The end of a sentence about an unknown key of a record, with its semicolon. */
  String inRecord(String key, Kind kind) {
    List<String> known = names(kind.fields());
    Optional<String> near = DidYouMean.among(key, known);
    if (near.isPresent()) {
      return "; did you mean \"" + near.get() + "\"?";
    }
    Optional<Kind> other =
        descriptor.kinds().stream().filter(it -> it != kind && it.indexOf(key) >= 0).findFirst();
    if (other.isPresent()) {
      return "; it is a key of " + other.get().name();
    }
    return known.size() > MANY
        ? "; `devdata schema " + descriptor.ida() + "` lists the keys"
        : "; known keys are " + String.join(", ", known);
  }

  /** The end of a sentence about an unknown key at the top of a file. */
  String atTop(String key) {
    List<String> known = topKeys(descriptor);
    String list = "; a spec of " + descriptor.ida() + " has " + String.join(", ", known);
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
