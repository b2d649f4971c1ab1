package org.openedx.devdata.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes {@code target/not-run-jvm-1}, and so on for each JVM: how many tests or classes were
 * skipped, by reason. {@code make test} prints it. Called from one thread at a time.
 */
public final class NotRunListener implements TestExecutionListener {

  private static final Path REPORT = TestFolder.of("not-run");

  private final Map<String, Integer> reasons = new TreeMap<>();

  @Override
  public synchronized void executionSkipped(TestIdentifier test, String reason) {
    reasons.merge(reason, 1, Integer::sum);
  }

  @Override
  public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == Status.ABORTED) {
      String reason = result.getThrowable().map(Throwable::getMessage).orElse("no reason given");
      reasons.merge(reason.replaceFirst("^Assumption failed: ", ""), 1, Integer::sum);
    }
  }

  @Override
  public synchronized void testPlanExecutionFinished(TestPlan plan) {
    StringBuilder text = new StringBuilder();
    reasons.forEach((reason, count) -> text.append("%4d  %s%n".formatted(count, reason)));
    try {
      Files.createDirectories(REPORT.toAbsolutePath().getParent());
      Files.writeString(REPORT, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
