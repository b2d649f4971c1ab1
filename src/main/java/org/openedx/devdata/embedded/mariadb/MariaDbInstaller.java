package org.openedx.devdata.embedded.mariadb;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.openedx.devdata.embedded.EmbeddedServerException;
import org.openedx.devdata.embedded.Folders;
import org.openedx.devdata.embedded.SecretFile;

/**
 * Makes the data folder of a new server: the system tables and one account, {@code root} from
 * 127.0.0.1 with a random password that is kept in a file for the owner only. Without a password
 * every other user of the machine could enter by the loopback address and, with the right FILE,
 * write files as the owner.
 *
 * <p>Does what {@code mariadb-install-db} does, without a shell and without the 3 MB of help texts
 * and the {@code sys} schema that no client asks an embedded server for: 0.7 seconds.
 */
final class MariaDbInstaller {

  private static final List<String> SCRIPTS =
      List.of(
          "mariadb_system_tables.sql",
          "mariadb_performance_tables.sql",
          "mariadb_system_tables_data.sql",
          "maria_add_gis_sp_bootstrap.sql");

  /** The only accounts of a fresh server that could enter without a password are replaced. */
  private static final String ACCOUNT =
      """
      DELETE FROM global_priv WHERE User IN ('', 'root');
      DELETE FROM proxies_priv;
      INSERT INTO global_priv VALUES ('127.0.0.1', 'root', JSON_OBJECT('access', \
      18446744073709551615, 'plugin', 'mysql_native_password', 'authentication_string', \
      PASSWORD('%s')));
      """;

  private final MariaDbBinaries binaries;
  private final MariaDbHome home;

  MariaDbInstaller(MariaDbBinaries binaries, MariaDbHome home) {
    this.binaries = binaries;
    this.home = home;
  }

  void install() throws IOException {
    Path data = home.unfinishedData();
    Folders.delete(data);
    Folders.createPrivate(data);
    String password = SecretFile.newPassword();
    int exit = bootstrap(data, ACCOUNT.formatted(password));
    if (exit != 0) {
      throw new EmbeddedServerException(
          "cannot set up the embedded MariaDB in %s: %s"
              .formatted(home.folder(), new ServerOutput(home.log()).reason()));
    }
    SecretFile.write(home.password(), password);
    Files.move(data, home.data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private int bootstrap(Path data, String account) throws IOException {
    List<String> command = new MariaDbCommand(binaries, home).bootstrap(data);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(home.log().toFile())
            .start();
    try (OutputStream sql = process.getOutputStream()) {
      // The bootstrap reader takes one statement a line.
      sql.write("CREATE DATABASE mysql;\nUSE mysql;\n".getBytes(StandardCharsets.UTF_8));
      for (String script : SCRIPTS) {
        Files.copy(binaries.script(script), sql);
      }
      sql.write(account.getBytes(StandardCharsets.UTF_8));
    } catch (IOException brokenPipe) {
      // It died early; its log says why.
    }
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new EmbeddedServerException("interrupted while setting up the embedded MariaDB", e);
    }
  }
}
