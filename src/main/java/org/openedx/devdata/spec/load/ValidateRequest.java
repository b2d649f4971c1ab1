package org.openedx.devdata.spec.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Request to check files.
 *
 * @param files top-level specs and specs of services, in any mixture
 * @param ida the service of those that are no top-level specs; empty to detect it by their keys
 * @param root folder from which the relative paths of top-level specs go out
 */
public record ValidateRequest(List<String> files, Optional<String> ida, Optional<Path> root) {

  public ValidateRequest {
    files = List.copyOf(files);
  }
}
