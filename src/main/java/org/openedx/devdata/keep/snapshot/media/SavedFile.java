package org.openedx.devdata.keep.snapshot.media;

/**
 * A saved file, or a link.
 *
 * @param path below the folder, with slashes
 * @param size in bytes; 0 of a link
 * @param checksum SHA-256 of its content in hexadecimal digits; empty of a link
 * @param link what a link leads to, as it says; empty of a file
 * @param pack number of the part's file that holds its content; 0 of a link
 * @param traits its mode and time
 */
public record SavedFile(
    String path, long size, String checksum, String link, int pack, FileTraits traits) {

  /**
   * A saved file whose traits are not known where an older devdata has saved it.
   *
   * @param size in bytes; 0 of a link
   * @param traits null for none
   */
  public SavedFile {
    traits = traits == null ? FileTraits.NONE : traits;
  }

  /**
   * A file of which only the content counts, or a link.
   *
   * @param size in bytes; 0 of a link
   */
  public SavedFile(String path, long size, String checksum, String link, int pack) {
    this(path, size, checksum, link, pack, FileTraits.NONE);
  }

  /** Returns whether it is a link. */
  public boolean isLink() {
    return !link.isEmpty();
  }
}
