package org.openedx.devdata.sink.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openedx.devdata.bytes.FileFailure;
import org.openedx.devdata.bytes.OutputBytes;

/**
 * A folder of any file system; made when it is not there. Immutable, thread-safe.
 *
 * @param folder where files go
 */
public record FolderStore(Path folder) implements FileStore, ReadableStore {

  @Override
  public String description() {
    return folder.toString();
  }

  @Override
  public GrowingFile open(String name, long position) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name);
    if (position == 0) {
      return new Channel(
          file,
          Files.newByteChannel(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING));
    }
    if (!Files.exists(file) || Files.size(file) < position) {
      throw new IOException(
          "%s lacks what an earlier run wrote to it; run without --resume".formatted(file));
    }
    SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.WRITE);
    try {
      return new Channel(file, channel.truncate(position).position(position));
    } catch (IOException | RuntimeException problem) {
      channel.close();
      throw problem;
    }
  }

  @Override
  public void put(String name, byte[] content) throws IOException {
    Files.createDirectories(folder);
    try {
      Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw FileFailure.at(folder.resolve(name), e);
    }
  }

  @Override
  public SortedMap<String, Long> sizes() throws IOException {
    SortedMap<String, Long> sizes = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
        for (Path file : files) {
          sizes.put(file.getFileName().toString(), Files.size(file));
        }
      }
    }
    return sizes;
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  @Override
  public void close() {
    // The file system belongs to who opened it.
  }

  private record Channel(Path file, SeekableByteChannel channel) implements GrowingFile {

    @Override
    public void append(OutputBytes bytes, Runnable arrived) throws IOException {
      ByteBuffer buffer = ByteBuffer.wrap(bytes.array(), 0, bytes.length());
      try {
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      } catch (IOException e) {
        throw FileFailure.at(file, e);
      }
      arrived.run();
    }

    @Override
    public void complete() throws IOException {
      close();
    }

    @Override
    public void close() throws IOException {
      try {
        channel.close();
      } catch (IOException e) {
        throw FileFailure.at(file, e);
      }
    }
  }
}
