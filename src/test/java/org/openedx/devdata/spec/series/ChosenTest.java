package org.openedx.devdata.spec.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.spec.yaml.ScalarNode;

class ChosenTest {

  @Test
  void aShareIsFoundByIndexAsByCounting() {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      int total = random.nextInt(5_000);
      double share = random.nextInt(11) / 10.0;
      RandomStream stream = RandomStream.of(round);
      int[] counted =
          IntStream.range(0, total)
              .filter(number -> Draw.chance(stream.at(number), share))
              .toArray();

      Chosen chosen = Chosen.share(total, share, stream);

      assertThat(chosen.size()).isEqualTo(counted.length);
      for (int look = 0; look < 100 && counted.length > 0; look++) {
        int index = random.nextInt(counted.length);
        assertThat(chosen.number(index)).isEqualTo(counted[index]);
      }
    }
  }

  @Test
  void weightsAreHeeded() {
    List<Form> values =
        List.of(
            new Form.Constant(ScalarNode.plain(1, 1, "a")),
            new Form.Constant(ScalarNode.plain(1, 1, "b")),
            new Form.Constant(ScalarNode.plain(1, 1, "c")));
    Pick pick = Pick.weighted(values, new double[] {1, 7, 2}, RandomStream.of(1));
    int[] found = new int[3];
    for (int number = 0; number < 10_000; number++) {
      found[((ScalarNode) pick.at(new Turn(number, new int[0]))).text().charAt(0) - 'a']++;
    }
    assertThat(found[0]).isBetween(850, 1150);
    assertThat(found[1]).isBetween(6800, 7200);
    assertThat(found[2]).isBetween(1800, 2200);
  }
}
