package org.openedx.devdata.random;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What draws cost. Not part of the tests: {@code mvn test -Dtest=RandomBenchmark
 * -Ddevdata.test.excludedGroups=none}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public class RandomBenchmark {

  private final RandomStream stream = RandomStream.of(1).derive("bench");
  private final AliasTable weights = AliasTable.of(5, 3, 2, 1, 1, 0.5, 0.1, 7);
  private final Zipf zipf = new Zipf(100_000, 1.1);
  private final Beta beta = new Beta(2, 5);
  private final Permutation order = new Permutation(1_000_000, 7);
  private final NameUuids names = new NameUuids();
  private final byte[] name = new byte[150];
  private final byte[] out = new byte[36];
  private long ordinal;

  @Benchmark
  public long draw() {
    return Draw.of(stream.at(ordinal++), 3);
  }

  @Benchmark
  public int below() {
    return Draw.below(stream.at(ordinal++), 1000);
  }

  @Benchmark
  public int alias() {
    return weights.pick(stream.at(ordinal++));
  }

  @Benchmark
  public double normal() {
    return Quantile.normal(Draw.openUnit(stream.at(ordinal++)));
  }

  @Benchmark
  public long zipf() {
    return zipf.pick(stream.at(ordinal++));
  }

  @Benchmark
  public double beta() {
    return beta.at(stream.at(ordinal++));
  }

  @Benchmark
  public long permutation() {
    return order.at(ordinal++ % 1_000_000);
  }

  @Benchmark
  public byte[] randomUuidText() {
    long key = stream.at(ordinal++);
    Uuids.writeText(Uuids.high4(Draw.of(key, 0)), Uuids.low(Draw.of(key, 1)), out, 0);
    return out;
  }

  @Benchmark
  public byte[] nameUuidText() {
    name[0] = (byte) ordinal++;
    names.begin(1, 2);
    names.update(name, 0, name.length);
    names.end();
    names.writeText(out, 0);
    return out;
  }

  @Test
  @Tag("bench")
  void run() throws RunnerException {
    new Runner(new OptionsBuilder().include(RandomBenchmark.class.getName()).forks(0).build())
        .run();
  }
}
