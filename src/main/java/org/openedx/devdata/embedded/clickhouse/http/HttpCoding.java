package org.openedx.devdata.embedded.clickhouse.http;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.openedx.devdata.bytes.ZstdLibrary;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbException;

/** Content codings of HTTP bodies, in the order in which an answer prefers them. */
enum HttpCoding {
  ZSTD("zstd"),
  LZ4("lz4"),
  GZIP("gzip"),
  DEFLATE("deflate"),
  IDENTITY("identity");

  private static final int BUFFER_BYTES = 1 << 16;

  private final String header;

  HttpCoding(String header) {
    this.header = header;
  }

  /** The name in HTTP headers. */
  String header() {
    return header;
  }

  /**
   * The coding of a request body.
   *
   * @param contentEncoding the header's value, or null
   * @throws ChdbException when it is not among these
   */
  static HttpCoding ofRequest(String contentEncoding) {
    if (contentEncoding == null || contentEncoding.isBlank()) {
      return IDENTITY;
    }
    String name = contentEncoding.strip().toLowerCase(Locale.ROOT);
    for (HttpCoding coding : values()) {
      if (coding.header.equals(name) || ("x-" + coding.header).equals(name)) {
        return coding;
      }
    }
    throw new ChdbException(48, "Unknown compression method " + name);
  }

  /** The best coding that the client takes; weights other than 0 do not matter. */
  static HttpCoding ofAnswer(List<String> acceptEncoding) {
    String accepted = String.join(",", acceptEncoding).toLowerCase(Locale.ROOT).replace(" ", "");
    for (HttpCoding coding : values()) {
      for (String offer : accepted.split(",", -1)) {
        boolean refused = offer.contains(";q=0") && !offer.contains(";q=0.");
        if (!refused && offer.split(";", -1)[0].equals(coding.header)) {
          return coding;
        }
      }
    }
    return IDENTITY;
  }

  InputStream decode(InputStream in) throws IOException {
    return switch (this) {
      case ZSTD -> {
        ZstdLibrary.load();
        yield new ZstdInputStream(in);
      }
      // Python's clients link the blocks of a frame, which lz4-java cannot read.
      case LZ4 -> new FramedLZ4CompressorInputStream(in, true);
      case GZIP -> new GZIPInputStream(in, BUFFER_BYTES);
      case DEFLATE -> new InflaterInputStream(in);
      case IDENTITY -> in;
    };
  }

  OutputStream encode(OutputStream out) throws IOException {
    return switch (this) {
      case ZSTD -> {
        ZstdLibrary.load();
        yield new ZstdOutputStream(out, 1);
      }
      case LZ4 -> new LZ4FrameOutputStream(out);
      case GZIP -> new GZIPOutputStream(out, BUFFER_BYTES);
      case DEFLATE -> new DeflaterOutputStream(out);
      case IDENTITY -> out;
    };
  }
}
