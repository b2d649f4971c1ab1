package org.openedx.devdata.cli.content;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.json.JsonLayout;
import org.openedx.devdata.service.content.layout.ContentStatus;
import org.openedx.devdata.service.content.layout.ContentStatus.End;
import org.openedx.devdata.service.content.layout.ContentStatus.Finding;
import org.openedx.devdata.service.content.layout.ContentStatus.NextMigration;
import org.openedx.devdata.service.content.layout.Layout;

/** A database's layout, for people and programs. */
final class ContentStatusOutput {

  private final Session session;
  private final PrintWriter out;

  ContentStatusOutput(Session session) {
    this.session = session;
    this.out = session.surroundings().out();
  }

  void show(String label, ContentStatus status) {
    if (session.json()) {
      json(status);
    } else {
      text(label, status);
    }
    out.flush();
  }

  private void text(String label, ContentStatus status) {
    out.println(label);
    out.println("tables      " + described(status.tables(), "of no one layout"));
    out.println("migrations  " + described(status.migrations(), "of no layout"));
    status.ends().ifPresent(end -> out.println("ends at     " + ended(end)));
    if (status.findings().isEmpty()) {
      out.println("Tables, migrations, foreign keys and content types agree.");
    } else {
      out.println();
      out.println("Contradictions:");
      for (Finding finding : status.findings()) {
        out.println("  " + session.paint().yellow(area(finding)) + ": " + finding.message());
      }
    }
    out.println();
    if (status.next().isEmpty()) {
      out.println("Django's migrate would do nothing for content.");
      return;
    }
    out.println("Django's migrate, with the code of the current release, would next run:");
    for (NextMigration next : status.next()) {
      out.println("  " + next.migration());
      if (!next.trouble().isEmpty()) {
        out.println("    " + session.paint().red("and fail: ") + next.trouble());
        out.println("    and would not come to those after it");
        return;
      }
    }
  }

  private static String described(Optional<Layout> layout, String otherwise) {
    return layout
        .map(it -> "layout " + it.label() + " (" + it.meaning() + "; " + it.releases() + ")")
        .orElse(otherwise);
  }

  private static String ended(End end) {
    return end.migration()
        + (end.releases().isEmpty() ? " (where no release ends)" : " (" + end.releases() + ")");
  }

  private static String area(Finding finding) {
    return finding.area().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void json(ContentStatus status) {
    try (JsonGenerator json = JsonLayout.to(out)) {
      json.writeStartObject();
      json.writeStringField("tables", status.tables().map(Layout::label).orElse(null));
      json.writeStringField("migrations", status.migrations().map(Layout::label).orElse(null));
      json.writeStringField(
          "endsAt", status.ends().map(e -> e.migration().toString()).orElse(null));
      json.writeArrayFieldStart("findings");
      for (Finding finding : status.findings()) {
        json.writeStartObject();
        json.writeStringField("area", finding.area().name().toLowerCase(Locale.ROOT));
        json.writeStringField("message", finding.message());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("next");
      for (NextMigration next : status.next()) {
        json.writeStartObject();
        json.writeStringField("app", next.migration().app());
        json.writeStringField("name", next.migration().name());
        json.writeStringField("trouble", next.trouble().isEmpty() ? null : next.trouble());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeBooleanField("wouldFail", status.wouldFail());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonLayout.end(out);
  }
}
