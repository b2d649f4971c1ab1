package org.openedx.devdata.cli.content;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.cli.report.text.Printable;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.spec.MediaArguments;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.service.content.ContentApi;
import org.openedx.devdata.service.content.ContentService;
import org.openedx.devdata.service.content.verify.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code devdata content verify}. */
@Command(
    name = "verify",
    header = "Checks the authored content of a database, and writes nothing.",
    description = {
      "",
      "Computes digests again, compares drafts and what is published with the logs, looks for"
          + " duplicate component types and for keys that differ only by case; with --media-root"
          + " also for files that are missing or changed. Ends with exit code 4 when anything is wrong."
    },
    footer = {
      "",
      "Examples:",
      "  devdata content verify --target devstack",
      "  devdata content verify --media-root ./media --format json"
    })
@Prints(FindingsResult.class)
final class ContentVerifyCommand implements Callable<Integer> {

  private static final String IDA = ContentService.IDENTITY.ida();

  private final Session session;

  @Mixin private MediaArguments media = new MediaArguments();

  @Mixin private ConnectArguments connect = new ConnectArguments();

  ContentVerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Databases databases = new Databases(session, connect.toConnect(session.options()))) {
      ConnectionSettings settings = databases.of(IDA);
      Optional<Path> root = media.root(session, settings);
      if (root.isEmpty()) {
        session.note("files are not looked at; name their folder with --media-root DIR");
      }
      List<Finding> findings = ContentApi.verify(settings, root);
      session.show(FindingsResult.of(findings), ContentVerifyCommand::text);
      return findings.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENCES;
    }
  }

  private static void text(FindingsResult result, TextOut out) {
    for (FindingsResult.Finding finding : result.findings()) {
      String learningPackage = finding.learningPackage();
      String where = learningPackage.isEmpty() ? "" : learningPackage + ": ";
      out.println(Printable.of(where + finding.what()));
    }
    int findings = result.findings().size();
    out.println(findings == 0 ? "nothing is wrong" : findings + " findings");
  }
}
