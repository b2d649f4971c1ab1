package org.openedx.devdata.cli.content;

import java.util.Locale;
import java.util.Optional;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextView;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.status.ContentStatus;
import org.openedx.devdata.service.content.layout.status.ContentStatus.End;
import org.openedx.devdata.service.content.layout.status.ContentStatus.Finding;
import org.openedx.devdata.service.content.layout.status.ContentStatus.NextMigration;

/**
 * A database's layout, for people.
 *
 * @param label the database
 * @param status what it says
 */
record ContentStatusText(String label, ContentStatus status)
    implements TextView<ContentStatusResult> {

  @Override
  public void write(ContentStatusResult result, TextOut out) {
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
        out.println("  " + out.paint().yellow(area(finding)) + ": " + finding.message());
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
        out.println("    " + out.paint().red("and fail: ") + next.trouble());
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
}
