package org.openedx.devdata.opaquekeys;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the form of a key from its namespace, or says what the namespace should have been. */
final class Namespaces {

  private static final KeyForm[] ALL = KeyForm.values();

  private Namespaces() {}

  /**
   * @param given the whole key
   * @param reader builds the exception
   * @param wanted the forms that are allowed
   */
  static KeyForm formOf(String given, KeyReader reader, KeyForm... wanted) {
    int colon = given.indexOf(':');
    int slash = given.indexOf('/');
    boolean hasNamespace = colon >= 0 && (slash < 0 || colon < slash);
    if (!hasNamespace) {
      if (slash >= 0 && allows(wanted, KeyForm.LEGACY_COURSE)) {
        return KeyForm.LEGACY_COURSE;
      }
      throw reader.because(withoutNamespace(given, wanted));
    }
    String namespace = given.substring(0, colon);
    for (KeyForm form : ALL) {
      if (form != KeyForm.LEGACY_COURSE && form.namespace().equals(namespace)) {
        if (!allows(wanted, form)) {
          throw reader.because("it is the key of a " + form.noun());
        }
        if (form == KeyForm.LEGACY_BLOCK && !given.startsWith("i4x://")) {
          throw reader.because("'i4x:' is not followed by '//'");
        }
        return form;
      }
    }
    throw reader.because(unknown(namespace, wanted));
  }

  private static String withoutNamespace(String given, KeyForm... wanted) {
    int pluses = (int) given.chars().filter(c -> c == '+').count();
    if (allows(wanted, KeyForm.COURSE) && pluses == 2) {
      return "it has no namespace, did you mean 'course-v1:" + given + "'";
    }
    if (given.startsWith("/c4x/") || given.startsWith("c4x/")) {
      return "it is a legacy asset location";
    }
    return "it has no namespace such as '" + wanted[0].namespace() + ":'";
  }

  private static String unknown(String namespace, KeyForm... wanted) {
    String known = "namespace " + InvalidKeyException.shown(namespace) + " is not known";
    if (namespace.startsWith("aside-usage-v")) {
      return "keys of asides are not supported";
    }
    Optional<String> nearest =
        Arrays.stream(wanted)
            .map(KeyForm::namespace)
            .filter(candidate -> !candidate.isEmpty())
            .min(Comparator.comparingInt(candidate -> distance(namespace, candidate)))
            .filter(candidate -> distance(namespace, candidate) <= candidate.length() / 3 + 1);
    return nearest.map(candidate -> known + ", did you mean '" + candidate + "'").orElse(known);
  }

  private static boolean allows(KeyForm[] wanted, KeyForm form) {
    return List.of(wanted).contains(form);
  }

  /** Levenshtein distance without regard to case. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    int[] row = new int[right.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}
