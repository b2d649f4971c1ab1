package org.openedx.devdata.embedded;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Status of an embedded server.
 *
 * @param data folder of its data, which need not exist
 * @param dataBytes size of all files in it
 * @param running empty when no server runs
 */
public record ServerStatus(Path data, long dataBytes, Optional<Running> running) {

  /**
   * A running server.
   *
   * @param pid its process
   * @param port on 127.0.0.1
   * @param since when it started
   * @param stays whether it runs until stopped, or only as long as a command uses it
   * @param users how many commands use it now
   */
  public record Running(long pid, int port, Instant since, boolean stays, int users) {}
}
