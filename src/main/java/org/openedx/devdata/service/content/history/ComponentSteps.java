package org.openedx.devdata.service.content.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openedx.devdata.service.content.components.Component;
import org.openedx.devdata.service.content.components.ComponentKey;
import org.openedx.devdata.service.content.components.NextVersion;
import org.openedx.devdata.service.content.media.Media;
import org.openedx.devdata.service.content.media.MediaApi;
import org.openedx.devdata.service.content.media.MediaType;
import org.openedx.devdata.service.content.publishing.Moment;
import org.openedx.devdata.spec.SpecRecord;

/** Component records as steps of a history. Not thread-safe. */
final class ComponentSteps {

  private static final List<String> FIRST = List.of("title", "olx", "olx_file", "files");

  private final Timeline timeline;
  private final SpecTimes times;
  private final SpecMedia media;

  ComponentSteps(Timeline timeline, SpecTimes times, SpecMedia media) {
    this.timeline = timeline;
    this.times = times;
    this.media = media;
  }

  /** The making of a component and of all its versions. */
  void add(SpecRecord record, ComponentKey key) {
    PackageHistory history = timeline.history();
    Moment created =
        times.of(ContentKinds.COMPONENTS, record, "created", "created_by", history.created());
    Component[] made = new Component[1];
    boolean first =
        !record.has("versions")
            || record.has("version_num")
            || FIRST.stream().anyMatch(record::has);
    timeline.add(
        new Step(
            created,
            Step.Rank.COMPONENT,
            record.text("bulk"),
            Optional.of(key.text()),
            () -> {
              made[0] =
                  history
                      .components()
                      .create(key, record.bool("can_stand_alone").orElse(true), created);
              if (first) {
                first(record, made[0], created);
              }
            }));
    Moment before = created;
    for (SpecRecord version : record.records("versions")) {
      Moment moment = times.of(ContentKinds.COMPONENTS, version, "at", "by", before);
      timeline.add(
          new Step(
              moment,
              Step.Rank.COMPONENT,
              version.text("bulk"),
              Optional.of(key.text()),
              () -> next(version, Step.made(made[0], created, moment), moment)));
      before = moment;
    }
  }

  private void first(SpecRecord record, Component component, Moment moment) {
    String type = component.key().type();
    Map<String, Optional<Media>> attachments =
        new LinkedHashMap<>(media.of(record, type, moment.at()));
    boolean content = Stream.of("olx", "olx_file", "files").anyMatch(record::has);
    if (!content) {
      attachments.put(
          MediaApi.OLX,
          Optional.of(
              timeline
                  .history()
                  .media()
                  .text(MediaType.ofBlock(type), "<" + type + "/>", moment.at())));
    }
    create(
        component,
        record,
        Optional.of(record.text("title").orElse(component.key().localKey())),
        attachments,
        true,
        moment);
  }

  /** Makes the next version as a record says. */
  void next(SpecRecord record, Component component, Moment moment) {
    create(
        component,
        record,
        record.text("title").or(() -> untitled(component)),
        media.of(record, component.key().type(), moment.at()),
        record.bool("ignore_previous").orElse(false),
        moment);
  }

  /** A first version without a title is called by the key. */
  private static Optional<String> untitled(Component component) {
    return component.versions().isEmpty()
        ? Optional.of(component.key().localKey())
        : Optional.empty();
  }

  private void create(
      Component component,
      SpecRecord record,
      Optional<String> title,
      Map<String, Optional<Media>> attachments,
      boolean withoutPrevious,
      Moment moment) {
    timeline
        .history()
        .components()
        .createNext(
            component,
            new NextVersion(
                record.whole("version_num").map(Long::intValue),
                title,
                attachments,
                withoutPrevious),
            moment);
  }
}
