package org.openedx.devdata.service.content.archive.zip;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.openedx.devdata.service.content.media.Digests;

/**
 * Names of an archive's files, made from keys as upstream makes them. All files of an archive,
 * whatever their folder, share one set of names. Not thread-safe.
 */
public final class FileNames {

  private final Set<String> slugs = new HashSet<>();
  private final Set<String> used = new HashSet<>();

  /** The name, without ending, of the file for a key. */
  public String of(String key) {
    String slug = slug(key);
    boolean free = slugs.add(slug) && !slug.isEmpty();
    String name = free ? slug : slug + "_" + Digests.ofName(key);
    // Three bytes are few: two long-lived keys may share them.
    String unique = name;
    for (int i = 2; !used.add(unique); i++) {
      unique = name + "_" + i;
    }
    return unique;
  }

  /** Django's slug with Unicode allowed. */
  static String slug(String key) {
    return Normalizer.normalize(key, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}_\\p{IsWhite_Space}-]", "")
        .replaceAll("[-\\p{IsWhite_Space}]+", "-")
        .replaceAll("^[-_]+|[-_]+$", "");
  }
}
