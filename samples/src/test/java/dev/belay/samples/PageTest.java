package dev.belay.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page, as a person uses it, in a real browser. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PageTest {
  @TempDir(cleanup = CleanupMode.NEVER)
  Path profile;

  @Test
  void aPersonWatchesTheStreamAndCancelsIt() throws Exception {
    Optional<Path> chromium = Chromium.installed();
    assumeTrue(chromium.isPresent(), "skipped: no chromium on the path (Debian: chromium)");
    try (TestServer server = TestServer.start();
        Chromium browser = new Chromium(chromium.get(), profile, server.uri("/"))) {
      Eventually.holds("the page is there", () -> !browser.text("metrics").isEmpty());

      browser.click("#watch");
      Eventually.holds("all posts have come", () -> browser.text("count").equals("" + Seed.POSTS));
      assertThat(server.metric("subscription")).isEqualTo(1);
      assertThat(browser.text("state")).isEqualTo("watching");

      browser.click("#write button");
      Eventually.holds("the post is published", () -> !browser.text("answer").isEmpty());
      assertThat(browser.text("answer")).isEqualTo("published as post " + (Seed.POSTS + 1));
      Eventually.holds(
          "it comes live", () -> browser.text("posts").startsWith((Seed.POSTS + 1) + ": Hello"));

      browser.click("#cancel");
      Eventually.holds("the generator is closed", () -> server.metric("subscription") == 0);
      assertThat(browser.text("state")).isEqualTo("cancelled");
      Eventually.holds(
          "the page shows it", () -> browser.text("metrics").contains("scope=\"subscription\"} 0"));
      server.publish("unseen");
      assertThat(browser.text("count")).isEqualTo("" + (Seed.POSTS + 1));
      server.assertNothingIsHeld();
    }
  }

  @Test
  void theStreamIsCancelledInTheMiddle() throws Exception {
    Optional<Path> chromium = Chromium.installed();
    assumeTrue(chromium.isPresent(), "skipped: no chromium on the path (Debian: chromium)");
    try (TestServer server = TestServer.start();
        Chromium browser = new Chromium(chromium.get(), profile, server.uri("/"))) {
      Eventually.holds("the page is there", () -> !browser.text("metrics").isEmpty());

      // In one task of the page: it cancels when the first hundred have come.
      browser.evaluate(
          "document.querySelector('#watch').click();"
              + "new Promise(done => { const show = events.onmessage; events.onmessage = message => {"
              + " show(message); if (count === 100) { at('cancel').click(); done(true); } } })");

      Eventually.holds("the generator is closed", () -> server.metric("subscription") == 0);
      assertThat(browser.text("count")).isEqualTo("100");
      assertThat(browser.text("state")).isEqualTo("cancelled");
      server.assertNothingIsHeld();
    }
  }
}
