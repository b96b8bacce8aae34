package dev.belay.processor.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.MethodSizes;
import dev.belay.processor.behaviour.harness.Source;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How large the machines of small templates are, in bytes of bytecode: HotSpot inlines a method of
 * up to 325 where it is hot.
 */
class BytecodeSizeTest {
  @Test
  void resumeOfSmallTemplates() {
    Map<String, Integer> sizes = new TreeMap<>();
    MethodSizes.of(Compiler.machines(List.of(Source.resource("fixture/Costs.java"))))
        .forEach(
            (method, size) -> {
              if (method.endsWith(".resume")) {
                sizes.put(method.replaceAll(".*\\$(\\w+)Machine.*", "$1"), size);
              }
            });
    assertThat(sizes)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("All", 300),
                Map.entry("Awaits", 156),
                Map.entry("Call", 70),
                Map.entry("Calls", 205),
                Map.entry("Completed", 173),
                Map.entry("Drain", 236),
                Map.entry("Elements", 177),
                Map.entry("Fails", 82),
                Map.entry("Finallies", 281),
                Map.entry("Futures", 158),
                Map.entry("Items", 170),
                Map.entry("LaterCall", 79),
                Map.entry("LaterCalls", 209),
                Map.entry("LaterFutures", 162),
                Map.entry("Laters", 160),
                Map.entry("One", 130),
                Map.entry("Passing", 302),
                Map.entry("Pausing", 116),
                Map.entry("Ready", 99),
                Map.entry("Resource", 224),
                Map.entry("Scopes", 351),
                Map.entry("Taking", 130),
                Map.entry("TenLocals", 228)));
  }
}
