package org.openedx.devdata.cli.report.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ScratchFileTest {

  private static Set<Path> scratchFiles() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(path -> path.toString().endsWith(".scratch")).collect(Collectors.toSet());
    }
  }

  @Test
  void givesBackWhatWasWrittenEachTime() throws IOException {
    try (ScratchFile file = ScratchFile.create()) {
      file.output().write(new byte[] {1, 2, (byte) 200});
      assertThat(file.input().readAllBytes()).containsExactly(1, 2, 200);
      assertThat(file.input().readAllBytes()).containsExactly(1, 2, 200);
    }
  }

  @Test
  void takesMoreWhileItIsRead() throws IOException {
    try (ScratchFile file = ScratchFile.create()) {
      OutputStream out = file.output();
      out.write(new byte[] {1, 2});
      InputStream in = file.input();
      assertThat(in.read()).isEqualTo(1);
      out.write(3);
      assertThat(in.readAllBytes()).containsExactly(2, 3);
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open file has a name there")
  void hasNoNameThatAKilledProcessWouldLeave() throws IOException {
    Set<Path> before = scratchFiles();
    try (ScratchFile file = ScratchFile.create()) {
      file.output().write(1);
      assertThat(scratchFiles()).isEqualTo(before);
      assertThat(file.input().read()).isEqualTo(1);
    }
  }

  @Test
  void isOfNoUseOnceClosed() throws IOException {
    ScratchFile file = ScratchFile.create();
    file.close();
    assertThatThrownBy(() -> file.output().write(1)).isInstanceOf(ClosedChannelException.class);
  }
}
