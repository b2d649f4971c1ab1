package org.openedx.devdata.service.content.history;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.service.content.containers.Child;
import org.openedx.devdata.service.content.containers.Container;
import org.openedx.devdata.service.content.containers.ContainerType;
import org.openedx.devdata.service.content.containers.NextVersion;
import org.openedx.devdata.service.content.publishing.Moment;
import org.openedx.devdata.spec.SpecRecord;

/** Unit, subsection and section records as steps of a history. Not thread-safe. */
final class ContainerSteps {

  private final Timeline timeline;
  private final SpecTimes times;
  private final EntityNames names;

  ContainerSteps(Timeline timeline, SpecTimes times, EntityNames names) {
    this.timeline = timeline;
    this.times = times;
    this.names = names;
  }

  /** The making of a container and of all its versions. */
  void add(ContainerType type, SpecRecord record, String key) {
    PackageHistory history = timeline.history();
    String kind = ContentKinds.kindOf(type);
    Step.Rank rank = Step.Rank.valueOf(type.name());
    Moment created = times.of(kind, record, "created", "created_by", history.created());
    Container[] made = new Container[1];
    boolean first =
        !record.has("versions")
            || record.has("version_num")
            || record.has("title")
            || record.has("children");
    timeline.add(
        new Step(
            created,
            rank,
            record.text("bulk"),
            Optional.of(key),
            () -> {
              made[0] =
                  history
                      .containers()
                      .create(type, key, record.bool("can_stand_alone").orElse(true), created);
              if (first) {
                create(made[0], record, Optional.of(record.text("title").orElse(key)), created);
              }
            }));
    Moment before = created;
    for (SpecRecord version : record.records("versions")) {
      Moment moment = times.of(kind, version, "at", "by", before);
      timeline.add(
          new Step(
              moment,
              rank,
              version.text("bulk"),
              Optional.of(key),
              () -> next(version, Step.made(made[0], created, moment), moment)));
      before = moment;
    }
  }

  /** Makes the next version as a record says. */
  void next(SpecRecord record, Container container, Moment moment) {
    Optional<String> untitled =
        container.versions().isEmpty() ? Optional.of(container.entity().key()) : Optional.empty();
    create(container, record, record.text("title").or(() -> untitled), moment);
  }

  private void create(
      Container container, SpecRecord record, Optional<String> title, Moment moment) {
    Optional<List<Child>> children =
        record.has("children") ? Optional.of(children(record, "children")) : Optional.empty();
    timeline
        .history()
        .containers()
        .createNext(
            container,
            new NextVersion(
                record.whole("version_num").map(Long::intValue),
                title,
                children,
                children(record, "append_children"),
                children(record, "remove_children")),
            moment);
  }

  private List<Child> children(SpecRecord record, String field) {
    return texts(record, field).stream().map(names::child).toList();
  }

  private static List<String> texts(SpecRecord record, String field) {
    return record.kind().indexOf(field) < 0 ? List.of() : record.texts(field);
  }
}
