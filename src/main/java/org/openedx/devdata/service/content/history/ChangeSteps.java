package org.openedx.devdata.service.content.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openedx.devdata.service.content.components.Component;
import org.openedx.devdata.service.content.containers.Container;
import org.openedx.devdata.service.content.publishing.Branch;
import org.openedx.devdata.service.content.publishing.Entity;
import org.openedx.devdata.service.content.publishing.HistoryException;
import org.openedx.devdata.service.content.publishing.Moment;
import org.openedx.devdata.service.content.publishing.PublishingApi;
import org.openedx.devdata.spec.SpecRecord;

/** Edits, deletions, publishes and resets as steps of a history. Not thread-safe. */
final class ChangeSteps {

  private static final List<String> OF_COMPONENTS =
      List.of("olx", "olx_file", "files", "drop_files", "ignore_previous");
  private static final List<String> OF_CONTAINERS =
      List.of("children", "append_children", "remove_children");

  private final Timeline timeline;
  private final SpecTimes times;
  private final EntityNames names;
  private final ComponentSteps components;
  private final ContainerSteps containers;

  ChangeSteps(
      Timeline timeline,
      SpecTimes times,
      EntityNames names,
      ComponentSteps components,
      ContainerSteps containers) {
    this.timeline = timeline;
    this.times = times;
    this.names = names;
    this.components = components;
    this.containers = containers;
  }

  private PublishingApi publishing() {
    return timeline.history().publishing();
  }

  /**
   * Returns the moment of a record: at the time of the latest change by default, and by no user.
   */
  private Moment moment(String kind, SpecRecord record) {
    Moment latest = timeline.latest();
    Moment byNoUser = new Moment(latest.at(), latest.fixed(), Optional.empty(), latest.origin());
    return times.of(kind, record, "at", "by", byNoUser);
  }

  void edit(SpecRecord record) {
    Moment moment = moment(ContentKinds.EDITS, record);
    timeline.add(new Step(moment, Step.Rank.EDIT, record.text("bulk"), () -> edit(record, moment)));
  }

  private void edit(SpecRecord record, Moment moment) {
    Entity entity = names.entity(record.text("entity").orElse(""));
    Optional<Component> component = timeline.history().components().of(entity);
    List<String> wrong = component.isPresent() ? OF_CONTAINERS : OF_COMPONENTS;
    wrong.stream()
        .filter(record::has)
        .findFirst()
        .ifPresent(
            field -> {
              throw new HistoryException(
                  "'"
                      + entity
                      + "' is a "
                      + (component.isPresent() ? "component" : "container")
                      + " and has no "
                      + field
                      + "; leave it out");
            });
    if (record.has("draft")) {
      back(record, entity, moment);
    } else if (component.isPresent()) {
      components.next(record, component.get(), moment);
    } else {
      Container container = timeline.history().containers().of(entity).orElseThrow();
      containers.next(record, container, moment);
    }
  }

  private void back(SpecRecord record, Entity entity, Moment moment) {
    boolean more =
        Stream.of(Stream.of("title", "version_num"), OF_COMPONENTS.stream(), OF_CONTAINERS.stream())
            .flatMap(fields -> fields)
            .anyMatch(record::has);
    if (more) {
      throw new HistoryException(
          "draft takes '" + entity + "' to a version that is there; leave the other fields out");
    }
    int number = record.whole("draft").orElseThrow().intValue();
    publishing().setDraft(entity, EntityNames.version(entity, number), moment);
  }

  void deletion(SpecRecord record) {
    Moment moment = moment(ContentKinds.DELETIONS, record);
    timeline.add(
        new Step(
            moment,
            Step.Rank.DELETION,
            record.text("bulk"),
            () -> {
              Entity entity = names.entity(record.text("entity").orElse(""));
              if (entity.version(Branch.DRAFT).isEmpty()) {
                throw new HistoryException(
                    "'" + entity + "' is deleted at this time already; leave the deletion out");
              }
              publishing().setDraft(entity, null, moment);
            }));
  }

  void publish(SpecRecord record) {
    Moment moment = moment(ContentKinds.PUBLISHES, record);
    timeline.add(
        new Step(moment, Step.Rank.PUBLISH, Optional.empty(), () -> publish(record, moment)));
  }

  private void publish(SpecRecord record, Moment moment) {
    String message = record.text("message").orElse("");
    boolean along = record.bool("with_dependencies").orElse(true);
    if (!record.has("entities")) {
      publishing()
          .publish(
              publishing().entities().stream().filter(Entity::hasUnpublishedChanges).toList(),
              along,
              message,
              moment);
      return;
    }
    boolean deletions = record.bool("with_deletions").orElse(false);
    List<Entity> given = record.texts("entities").stream().map(names::entity).toList();
    for (Entity entity : given) {
      if (entity.version(Branch.DRAFT).isEmpty() && !deletions) {
        throw new HistoryException(
            "'"
                + entity
                + "' is deleted at this time and cannot be published; to publish its deletion, set"
                + " with_deletions: true or leave entities out");
      }
    }
    publishing().publish(given, along, message, moment);
  }

  void reset(SpecRecord record) {
    Moment moment = moment(ContentKinds.RESETS, record);
    timeline.add(
        new Step(
            moment, Step.Rank.RESET, Optional.empty(), () -> publishing().resetDrafts(moment)));
  }
}
