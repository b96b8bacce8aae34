package dev.belay.processor.check.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A library that a jar carries under another name is the same library. */
class TypeNamesTest {
  @ParameterizedTest
  @CsvSource({
    "org.apache.flink.shaded.netty4.io.netty.channel.Channel, io.netty.channel.Channel",
    "org.apache.pulsar.shade.io.netty.channel.Channel, io.netty.channel.Channel",
    "org.apache.hbase.thirdparty.io.netty.channel.Channel, io.netty.channel.Channel",
    "com.couchbase.client.core.deps.io.netty.util.Timer, io.netty.util.Timer",
    "a.relocated.org.b.C.D, org.b.C.D",
  })
  void relocated(String name, String original) {
    assertThat(TypeNames.original(name)).contains(original);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"io.netty.channel.Channel", "a.shaded.B", "org.shadedio.netty.Channel", "Channel"})
  void others(String name) {
    assertThat(TypeNames.original(name)).isEmpty();
  }
}
