package dev.belay.processor.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.lower.StateChart.Edge;
import dev.belay.processor.lower.StateChart.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines beside the states. */
class LanesTest {
  @Test
  void waysToOneStateShareALine() {
    Lanes lanes = Lanes.of(List.of(cleanup(1, 4), cleanup(2, 4), cleanup(3, 4)));

    assertThat(lanes.all()).containsExactly(new Lanes.Lane(Way.CLEANUP, List.of(1, 2, 3), 4, 0));
    assertThat(lanes.count()).isEqualTo(1);
  }

  @Test
  void linesThatDoNotMeetAreEquallyFarOutside() {
    Lanes lanes = Lanes.of(List.of(cleanup(1, 2), cleanup(3, 4), cleanup(0, 5)));

    assertThat(lanes.all()).extracting(Lanes.Lane::to).containsExactly(2, 4, 5);
    assertThat(lanes.all()).extracting(Lanes.Lane::number).containsExactly(0, 0, 1);
  }

  @Test
  void noTwoLinesLieOnEachOther() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Edge> edges = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        Way way = random.nextBoolean() ? Way.CAUGHT : Way.CLEANUP;
        edges.add(new Edge(random.nextInt(20), random.nextInt(20), way));
      }
      Lanes lanes = Lanes.of(edges);
      for (Lanes.Lane one : lanes.all()) {
        assertThat(one.number()).isBetween(0, lanes.count() - 1);
        assertThat(lanes.all())
            .filteredOn(other -> !other.equals(one) && other.number() == one.number())
            .allMatch(other -> other.last() < one.first() || other.first() > one.last());
      }
      assertThat(edges)
          .allMatch(
              edge ->
                  lanes.all().stream()
                      .anyMatch(
                          lane ->
                              lane.way() == edge.way()
                                  && lane.to() == edge.to()
                                  && lane.from().contains(edge.from())));
    }
  }

  private static Edge cleanup(int from, int to) {
    return new Edge(from, to, Way.CLEANUP);
  }
}
