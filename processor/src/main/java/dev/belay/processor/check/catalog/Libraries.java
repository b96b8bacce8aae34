package dev.belay.processor.check.catalog;

import java.util.List;

/** The libraries that the checker knows: one file each, beside this class. */
final class Libraries {
  static final List<String> ALL =
      List.of(
          "armeria",
          "asynchttpclient",
          "aws",
          "azure",
          "belay",
          "bookkeeper",
          "cassandra",
          "couchbase",
          "gax",
          "grpc",
          "hibernate-reactive",
          "httpclient5",
          "ignite",
          "jasync",
          "jdk",
          "kafka",
          "lettuce",
          "mongodb",
          "mutiny",
          "nats",
          "neo4j",
          "netty",
          "pekko",
          "pulsar",
          "r2dbc",
          "reactor",
          "reactor-netty",
          "redisson",
          "rxjava",
          "vertx");

  private Libraries() {}
}
