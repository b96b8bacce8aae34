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
                Map.entry("All", 292),
                Map.entry("Awaits", 137),
                Map.entry("Call", 51),
                Map.entry("Calls", 137),
                Map.entry("Completed", 158),
                Map.entry("Drain", 230),
                Map.entry("Elements", 162),
                Map.entry("Finallies", 241),
                Map.entry("Futures", 139),
                Map.entry("LaterCall", 60),
                Map.entry("LaterCalls", 141),
                Map.entry("LaterFutures", 143),
                Map.entry("Laters", 141),
                Map.entry("Passing", 294),
                Map.entry("Ready", 95),
                Map.entry("Resource", 190),
                Map.entry("Scopes", 263),
                Map.entry("TenLocals", 222)));
  }
}
