package org.openedx.devdata.service.content.components;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.service.content.media.Media;
import org.openedx.devdata.service.content.publishing.Entity;
import org.openedx.devdata.service.content.publishing.Moment;
import org.openedx.devdata.service.content.publishing.PublishingApi;
import org.openedx.devdata.service.content.publishing.Version;

/** The components of one package. Not thread-safe. */
public final class ComponentsApi {

  private final PublishingApi publishing;
  private final Map<Entity, Component> components = new LinkedHashMap<>();

  public ComponentsApi(PublishingApi publishing) {
    this.publishing = publishing;
  }

  /** Makes a component without a version. */
  public Component create(ComponentKey key, boolean canStandAlone, Moment created) {
    Component component =
        new Component(publishing.createEntity(key.text(), canStandAlone, created), key);
    components.put(component.entity(), component);
    return component;
  }

  /** The component that an entity is; empty for another one. */
  public Optional<Component> of(Entity entity) {
    return Optional.ofNullable(components.get(entity));
  }

  /** All in the order of their making. */
  public Collection<Component> all() {
    return Collections.unmodifiableCollection(components.values());
  }

  /** Makes the next version and points the draft at it. */
  public Version createNext(Component component, NextVersion next, Moment created) {
    List<Component.ComponentVersion> versions = component.versions();
    Optional<Component.ComponentVersion> previous =
        versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    Map<String, Media> attachments = new LinkedHashMap<>();
    next.attachments().forEach((path, media) -> media.ifPresent(one -> attachments.put(path, one)));
    if (!next.withoutPrevious()) {
      previous.ifPresent(
          before ->
              before
                  .attachments()
                  .forEach(
                      (path, media) -> {
                        if (!next.attachments().containsKey(path)) {
                          attachments.put(path, media);
                        }
                      }));
    }
    String title = next.title().orElse(previous.map(before -> before.version().title()).orElse(""));
    Version version =
        publishing.createVersion(component.entity(), next.number(), title, List.of(), created);
    component.add(
        new Component.ComponentVersion(version, Collections.unmodifiableMap(attachments)));
    return version;
  }
}
