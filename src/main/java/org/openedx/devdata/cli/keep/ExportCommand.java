package org.openedx.devdata.cli.keep;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.connect.Services;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.CommandException;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.cli.report.failure.ErrorCode;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.cli.report.json.Prints;
import org.openedx.devdata.keep.export.ExportFolder;
import org.openedx.devdata.keep.export.ExportResult;
import org.openedx.devdata.keep.export.Selection;
import org.openedx.devdata.keep.export.ServiceExport;
import org.openedx.devdata.keep.export.UnfinishedExport;
import org.openedx.devdata.keep.export.anonymous.Anonymiser;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.service.PlatformKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code devdata export}. */
@Command(
    name = "export",
    header = "Writes the rows of databases as specs that make them again.",
    description = {
      "",
      "Writes a top-level spec and a spec for each service, without what a load makes by itself. "
          + "What no spec can say is listed: columns, rows that no kind describes, rows that a load "
          + "makes beside those that are there. The databases are only read."
    },
    footer = {
      "",
      "Examples:",
      "  devdata export -o site",
      "  devdata export --target tutor --only lms+ecommerce -o site",
      "  devdata export --course course-v1:edX+DemoX+Demo_Course --users 'test_*' -o few"
    })
@Prints(ExportOutput.class)
public final class ExportCommand implements Callable<Integer> {

  private final Session session;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "Folder of the specs; made unless it is there.")
  private Path output;

  @Option(
      names = "--only",
      paramLabel = "IDA[+IDA...]",
      split = "[+,]",
      defaultValue = "lms",
      description = "Services whose rows are written (default lms).")
  private List<String> only;

  @Option(
      names = "--anonymise",
      description =
          "Replaces names, addresses, usernames, ids and free text by invented ones, the same for "
              + "the same person in all services. Leaves passwords out.")
  private boolean anonymise;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description =
          "Secret of 16 bytes or more from which invented values are computed. Also "
              + "DEVDATA_EXPORT_SECRET.")
  private Path secretFile;

  @Option(names = "--overwrite", description = "Replaces specs that are in DIR.")
  private boolean overwrite;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description =
          "Seed of the loads: made-up values that it gives are left out of specs (default 0).")
  private long seed;

  @Mixin private SelectionArguments selected = new SelectionArguments();

  @Mixin private ConnectArguments connect = new ConnectArguments();

  public ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<SqlService> services = services();
    ExportFolder folder = new ExportFolder(session.surroundings().folder().resolve(output));
    List<String> names = services.stream().map(one -> one.descriptor().ida()).toList();
    List<String> there = folder.existing(names);
    if (!there.isEmpty() && !overwrite) {
      throw new UsageException(
          "%s has %s; name another folder, or add --overwrite"
              .formatted(output, String.join(", ", there)));
    }
    Selection selection = selected.of(services, anonymise);
    Instant now = session.surroundings().clock().get();
    List<ExportResult> results = new ArrayList<>();
    Optional<Anonymiser> invented =
        anonymise ? Optional.of(new ExportSecret(session, secretFile).names()) : Optional.empty();
    try (Databases databases = new Databases(session, connect.toConnect(session.options()));
        UnfinishedExport unfinished = UnfinishedExport.begin(folder)) {
      for (SqlService service : services) {
        ServiceExport export =
            new ServiceExport(service, PlatformKeys.parsers(), selection, now, seed);
        results.add(
            invented
                .map(export::with)
                .orElse(export)
                .write(databases.of(service.descriptor().ida()), unfinished.path()));
      }
      invented.ifPresent(used -> refuseOriginals(unfinished, results, used));
      unfinished.complete(results);
    }
    session.show(ExportOutput.of(output, results), new ExportText());
    return ExitCode.DONE;
  }

  /** Keeps the new files to be looked at, and what was there. */
  private static void refuseOriginals(
      UnfinishedExport unfinished, List<ExportResult> results, Anonymiser names) {
    List<String> places = new ArrayList<>();
    results.stream()
        .flatMap(result -> result.files().stream())
        .forEach(file -> places.addAll(names.originals().find(unfinished.path().resolve(file))));
    if (!places.isEmpty()) {
      unfinished.keep();
      throw new CommandException(
          ErrorCode.LOAD,
          "values of people were found in what was written, at %s below %s; nothing was replaced; look at them, and leave those columns out with --kinds or correct them in the database"
              .formatted(String.join(", ", places), unfinished.path()),
          null);
    }
  }

  private List<SqlService> services() {
    List<SqlService> services = new ArrayList<>();
    for (String ida : new LinkedHashSet<>(only)) {
      Services.known(session, ida);
      services.add(
          session
              .registry()
              .sql(ida)
              .filter(service -> !service.recordKinds().isEmpty())
              .orElseThrow(() -> new UsageException(notExported(ida))));
    }
    return services;
  }

  private static String notExported(String ida) {
    return ida.equals("content")
        ? "content is kept in archives; run devdata content dump for each package, and name the archives in a spec: learning_packages: [{archive: FILE.zip}]"
        : "rows of %s follow from a seed and not from records, so no spec can be made of them; keep the spec that made them"
            .formatted(ida);
  }
}
