package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Two-way generators: a yield is an expression. */
final class Conversations {
  @AsyncGenerator
  static void A38_answersInEveryPlace(Exchange<Object, String> out) {
    String first = out.yield("declared");
    String second;
    second = out.yield("assigned");
    log(first, second);
    log("argument", out.yield("argument"));
    if (out.yield("condition").length() > 3) log("long");
    out.yield("dropped");
    log(out.yield("left") + out.yield("right"));
    String[] array = {out.yield("in an array"), see("next")};
    log(array);
    array[see(0)] += out.yield("appended");
    log(array[0]);
    throw new Failure(out.yield("in a throw"));
  }

  @AsyncGenerator
  static void A38_answersInLoopsAndSwitches(Exchange<Integer, String> out) {
    int turn = 0;
    while (!out.yield(turn).endsWith("3")) turn++;
    for (String s = out.yield(10); s.length() < 12; s = s + out.yield(11)) log("turn", s);
    do log("do"); while (out.yield(20) == null);
    log(
        switch (out.yield(30).length() % 2) {
          case 0 -> out.yield(31);
          default -> "odd" + out.yield(32);
        });
    String chosen = see(true) ? out.yield(40) : out.yield(41);
    boolean both = out.yield(50) != null && see(false) && out.yield(51) == null;
    log(chosen, both);
  }

  @AsyncGenerator
  static void A38_anAnswerThatIsAwaited(Exchange<String, String> out) {
    String answer = await(stage(out.yield("first")));
    log(answer);
    String nested = out.yield(await(stage(out.yield(out.yield("inner")))));
    log(nested);
    log(await(stage(1)), out.yield("between"), await(stage(2)));
  }

  @AsyncGenerator
  static void A38_B34_answersThatLambdasCapture(Exchange<Integer, String> out) {
    List<Supplier<String>> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String answer = out.yield(i);
      all.add(() -> answer + "!");
    }
    for (Supplier<String> one : all) log(one.get());
  }

  @AsyncGenerator
  static void A41_raisedAndCaught(Exchange<String, String> out) {
    for (int i = 0; i < 4; i++) {
      try {
        log(out.yield("turn " + i));
      } catch (Failure e) {
        log("caught", e);
        log(out.yield("from the handler"));
      }
    }
    try {
      out.yield("last");
    } catch (Failure | IllegalStateException e) {
      log("and ends", e);
    }
  }

  @AsyncGenerator
  static void A42_raisedAndNotCaught(Exchange<String, String> out) {
    try {
      try {
        out.yield("one");
        out.yield("two");
      } finally {
        log("cleaning", await(stage(1)));
      }
      log("between");
      log(out.yield("three"));
    } finally {
      log("cleaned", await(stage(2)));
    }
  }

  @AsyncGenerator
  @SuppressWarnings("finally")
  static void A43_finallyDecides(Exchange<String, String> out) {
    try {
      out.yield("replaced");
    } finally {
      if (await(stage(true))) {
        try {
          throw new Failure("another");
        } catch (Failure e) {
          log("inner", e);
        }
      }
    }
    try {
      out.yield("turned into the end");
    } finally {
      await(stage(1));
      return;
    }
  }

  @AsyncGenerator
  @SuppressWarnings("finally")
  static void A43_finallyReplaces(Exchange<String, String> out) {
    try {
      out.yield("one");
    } finally {
      throw new Failure("from finally");
    }
  }

  @AsyncGenerator
  static void A43_anElementFirstAndThenTheFailure(Exchange<String, String> out) {
    try {
      out.yield("one");
      out.yield("two");
    } catch (Failure e) {
      log("answered", out.yield("cleaning"));
      throw e;
    }
  }

  @AsyncGenerator
  static void A46_aCaughtFailureStaysUsable(Exchange<String, String> out) {
    Failure kept = null;
    try {
      out.yield("one");
      out.yield("two");
    } catch (Failure e) {
      kept = e;
      out.yield("handler");
      log("the same", kept == e, await(stage(1)));
    }
    out.yield("after");
    if (kept != null) throw kept;
  }

  @AsyncGenerator
  static void A48_elementsOfAnotherGenerator(Exchange<String, String> out) {
    for (String element : each(ConversationsAsync.inner())) {
      log("answer", out.yield(element));
    }
  }

  @AsyncGenerator
  static void inner(Yield<String> out) {
    try {
      out.yield("a");
      await(stage(1));
      out.yield("b");
    } finally {
      log("inner closed", await(stage(2)));
    }
  }

  @AsyncGenerator
  static void D18_raisedInAScope(Exchange<String, String> out) {
    String s = using(watched("s"));
    log(out.yield(s));
    {
      using(watched("inner"));
      log(out.yield("inner"));
    }
    out.yield("last");
  }

  static AsyncScope<String> watched(String name) {
    return () ->
        stage(
                (Opened<String>)
                    new Opened<String>() {
                      @Override
                      public String value() {
                        return name;
                      }

                      @Override
                      public CompletionStage<Boolean> close(Throwable failure) {
                        log("close " + name, failure);
                        return stage(name.equals("inner"));
                      }
                    })
            .toCompletableFuture();
  }

  @AsyncGenerator
  static void A5_talksWithNobody(Exchange<String, String> out) {
    log("ran", await(stage(1)));
  }

  private final String name = "subject";

  @AsyncGenerator
  void A38_ofAnObject(Exchange<String, String> out) {
    log(name, out.yield(name));
    log(this.<String>same(out.yield("generic")));
  }

  private <V> V same(V value) {
    return value;
  }

  // Spoken to by conversations, since nothing interrupts those: what an interruption does to a body
  // that awaits another's answer is for the tests of the runtime.

  /** Echoes in capitals, and survives what is raised. */
  @AsyncGenerator
  static void echo(Exchange<String, String> out) {
    String answer = "ready";
    try {
      for (; ; ) {
        try {
          answer = await(stage(answer)).toUpperCase();
          answer = out.yield(answer);
          if (answer == null) return;
        } catch (IllegalArgumentException e) {
          answer = "survived " + e.getMessage();
        }
      }
    } finally {
      log("echo closed", await(stage(1)));
    }
  }

  @AsyncGenerator
  static void A38_A41_A42_aBodySpeaksToAnother(Exchange<String, String> out) {
    AsyncConversation<String, String> echo = ConversationsAsync.echo();
    log(await(echo.advance()), echo.current());
    log(await(echo.send("hello")), echo.current());
    log(await(echo.raise(new IllegalArgumentException("once"))), echo.current());
    log(await(echo.send("again")), echo.current());
    try {
      await(echo.raise(new Failure("fatal")));
      log("never");
    } catch (Failure e) {
      log("caught", e);
    }
    log(await(echo.send("nobody hears")));
    log(await(echo.advance()));
  }

  @AsyncGenerator
  static void A39_A40_A44_requestsOfNoYield(Exchange<String, String> out) {
    AsyncConversation<String, String> fresh = ConversationsAsync.echo();
    try {
      await(fresh.send("too early"));
      log("never");
    } catch (IllegalStateException e) {
      log("refused", await(fresh.send(null)));
    }
    await(fresh.closeAsync());
    AsyncConversation<String, String> raised = ConversationsAsync.echo();
    for (int i = 0; i < 2; i++) {
      try {
        await(raised.raise(new Failure("not started or ended")));
        log("never");
      } catch (Failure e) {
        log(e);
      }
    }
    log(await(raised.advance()), await(fresh.advance()));
  }

  @AsyncGenerator
  static void A20_A21_A23_aConversationIsClosed(Exchange<String, String> out) {
    AsyncConversation<String, String> echo = ConversationsAsync.echo();
    await(echo.advance());
    await(echo.closeAsync());
    log(await(echo.send("nobody hears")));
    await(echo.closeAsync());
    AsyncConversation<String, String> fresh = ConversationsAsync.echo();
    await(fresh.closeAsync());
    log(await(fresh.advance()));
  }

  @AsyncGenerator
  static void E4_aConversationIsBorrowedByALoop(Exchange<String, String> out) {
    AsyncConversation<String, String> echo = ConversationsAsync.echo();
    try {
      for (String s : each(borrow(echo))) {
        log(s);
        break;
      }
      log(await(echo.send("on")), echo.current());
      for (String s : each(borrow(echo))) log("never", s);
    } finally {
      await(echo.closeAsync());
    }
  }
}
