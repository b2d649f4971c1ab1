package org.openedx.devdata.service.content.layout.migration;

/**
 * A migration of Django, as a row of {@code django_migrations} names it.
 *
 * @param app label of its app
 * @param name its file without the ending
 */
public record Migration(String app, String name) {

  static Migration parse(String text) {
    int space = text.indexOf(' ');
    return new Migration(text.substring(0, space), text.substring(space + 1));
  }

  /** Says whether it is one of the merged app's. */
  public boolean isMerged() {
    return app.equals("openedx_content");
  }

  @Override
  public String toString() {
    return app + "." + name;
  }
}
