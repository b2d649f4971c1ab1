package org.openedx.devdata.embedded.mariadb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command lines of {@code mariadbd} and the reason for every option. Stateless. */
final class MariaDbCommand {

  /** The option of the port, up to its value. */
  static final String PORT = "--port=";

  private final MariaDbBinaries binaries;
  private final MariaDbHome home;

  MariaDbCommand(MariaDbBinaries binaries, MariaDbHome home) {
    this.binaries = binaries;
    this.home = home;
  }

  /** The option of a data folder, by which a server is found again. */
  static String data(Path folder) {
    return "--datadir=" + folder;
  }

  /** Reads SQL from standard input into a new data folder and ends. */
  List<String> bootstrap(Path data) {
    List<String> command = common(data);
    command.add(1, "--no-defaults");
    command.add("--bootstrap");
    // Lost at a crash, but then the folder is thrown away.
    command.add("--innodb-flush-log-at-trx-commit=0");
    return command;
  }

  /** Serves one data folder on a port of the loopback address. */
  List<String> serve(int port) {
    List<String> command = common(home.data());
    command.add(1, "--no-defaults");
    command.addAll(
        List.of(
            "--bind-address=127.0.0.1",
            PORT + port,
            // No socket file: its path may have 107 characters, and no client needs it.
            "--socket=",
            // Otherwise 11.4 makes a new RSA key at every start: 2 to 7 seconds.
            "--skip-ssl",
            "--skip-name-resolve",
            "--local-infile=1",
            "--max-allowed-packet=64M",
            "--max-connections=200",
            // As Tutor's server; MySQL's own default mode, which is stricter than MariaDB's.
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_unicode_ci",
            "--default-time-zone=+00:00",
            "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
            "--innodb-buffer-pool-size=256M",
            // A commit survives the death of the server, not a power cut of the machine in the
            // next second; the tables are whole in both cases.
            "--innodb-flush-log-at-trx-commit=2",
            // A start of 0.3 s and an end of 0.3 s matter more than a warm cache.
            "--innodb-buffer-pool-dump-at-shutdown=0",
            "--innodb-buffer-pool-load-at-startup=0",
            "--log-warnings=1"));
    if (Files.exists(home.firstStatements())) {
      command.add("--init-file=" + home.firstStatements());
    }
    List<String> detached = new ArrayList<>(ownSession());
    detached.addAll(command);
    return detached;
  }

  private List<String> common(Path data) {
    List<String> command = new ArrayList<>();
    command.add(binaries.server().toString());
    command.add("--basedir=" + binaries.folder());
    command.add("--lc-messages-dir=" + binaries.script("english"));
    command.add(data(data));
    command.add("--tmpdir=" + home.temporary());
    if ("root".equals(System.getProperty("user.name"))) {
      // It refuses to run as root without this option.
      command.add("--user=root");
    }
    return command;
  }

  /** Ctrl-C and the closing of the terminal reach a whole session; the server gets its own. */
  private static List<String> ownSession() {
    for (String folder : List.of("/usr/bin", "/bin")) {
      if (Files.isExecutable(Path.of(folder, "setsid"))) {
        return List.of(folder + "/setsid");
      }
    }
    // macOS has no setsid, but every macOS has Perl.
    return Optional.of(Path.of("/usr/bin/perl"))
        .filter(Files::isExecutable)
        .map(perl -> List.of(perl.toString(), "-e", "use POSIX; POSIX::setsid(); exec @ARGV"))
        .orElse(List.of());
  }
}
