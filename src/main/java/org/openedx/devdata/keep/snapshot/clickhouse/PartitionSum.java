package org.openedx.devdata.keep.snapshot.clickhouse;

import java.util.HexFormat;
import java.util.List;

/**
 * Fingerprint of the rows of a partition, whatever their order.
 *
 * @param partition its id
 * @param rows number of rows
 * @param checksum sum of the hashes of all rows, in 16 hexadecimal digits
 */
public record PartitionSum(String partition, long rows, String checksum) {

  static PartitionSum of(List<String> row) {
    return new PartitionSum(
        row.get(0),
        Long.parseLong(row.get(1)),
        HexFormat.of().toHexDigits(Long.parseUnsignedLong(row.get(2))));
  }

  /** Number of rows of several. */
  public static long rows(List<PartitionSum> sums) {
    return sums.stream().mapToLong(PartitionSum::rows).sum();
  }

  /** Checksum of several. */
  static String checksum(List<PartitionSum> sums) {
    return HexFormat.of()
        .toHexDigits(
            sums.stream().mapToLong(sum -> HexFormat.fromHexDigitsToLong(sum.checksum())).sum());
  }
}
