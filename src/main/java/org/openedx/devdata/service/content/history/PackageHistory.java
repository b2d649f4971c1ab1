package org.openedx.devdata.service.content.history;

import java.util.LinkedHashSet;
import java.util.Set;
import org.openedx.devdata.service.content.collections.CollectionsApi;
import org.openedx.devdata.service.content.components.ComponentsApi;
import org.openedx.devdata.service.content.containers.ContainersApi;
import org.openedx.devdata.service.content.media.MediaStore;
import org.openedx.devdata.service.content.publishing.Entity;
import org.openedx.devdata.service.content.publishing.Moment;
import org.openedx.devdata.service.content.publishing.PublishingApi;

/**
 * Everything that happened to one learning package, applet by applet. Filled in order of time; not
 * thread-safe.
 *
 * @param key of the package
 * @param title may be empty
 * @param description may be empty
 * @param created when the package was made
 * @param updated when title or description were last changed
 */
public record PackageHistory(
    String key,
    String title,
    String description,
    Moment created,
    Moment updated,
    PublishingApi publishing,
    MediaStore media,
    ComponentsApi components,
    ContainersApi containers,
    CollectionsApi collections) {

  /**
   * A package to which nothing has happened.
   *
   * @param reading whether files are read
   */
  static PackageHistory begin(
      String key,
      String title,
      String description,
      Moment created,
      Moment updated,
      boolean reading) {
    PublishingApi publishing = new PublishingApi();
    return new PackageHistory(
        key,
        title,
        description,
        created,
        updated,
        publishing,
        new MediaStore(reading),
        new ComponentsApi(publishing),
        new ContainersApi(publishing),
        new CollectionsApi());
  }

  /** User names of all authors. */
  public Set<String> people() {
    Set<String> people = new LinkedHashSet<>();
    for (Entity entity : publishing.entities()) {
      entity.created().by().ifPresent(people::add);
      entity.versions().forEach(version -> version.created().by().ifPresent(people::add));
    }
    publishing.logs().forEach(log -> log.moment().by().ifPresent(people::add));
    collections.all().forEach(one -> one.created().by().ifPresent(people::add));
    return people;
  }
}
