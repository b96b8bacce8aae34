package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Labels, and jumps out of what they name. */
final class Jumps {

  @AsyncGenerator
  static void B10_labelledContinueFromInsideTryRunsEveryFinally(Yield<String> out) {
    outer:
    for (int i = 0; i < 3; i++) {
      try {
        try {
          for (int j = 0; j < 3; j++) {
            try {
              out.yield(i + "-" + j);
              if (await(stage(j == 1))) continue outer;
            } finally {
              log("inner finally", j);
            }
          }
        } finally {
          log("middle finally", await(stage(i)));
        }
      } finally {
        log("outer finally", i);
      }
      log("never");
    }
    log("left");
  }

  @AsyncGenerator
  static void B10_labelledContinueOfAWhileRetestsItsCondition(Yield<Integer> out) {
    int i = 0;
    outer:
    while (see(i < 4)) {
      i++;
      do {
        try {
          out.yield(i);
          if (i % 2 == 0) continue outer;
        } finally {
          await(stage(i));
        }
      } while (false);
      log("odd", i);
    }
  }

  @AsyncGenerator
  static void B10_labelledContinueOfADoWhileAndForEach(Yield<String> out) {
    int n = 0;
    outer:
    do {
      n++;
      inner:
      for (String s : List.of("a", "b", "c")) {
        try {
          out.yield(n + s);
          if (s.equals("a")) continue inner;
          if (n == 1) continue outer;
          if (n == 3) break outer;
        } finally {
          log("finally", await(stage(s)));
        }
        log("end of turn");
      }
    } while (await(stage(n < 5)));
    log("left", n);
  }

  @AsyncGenerator
  static void B11_labelledBreakOutOfSeveralTries(Yield<Integer> out) {
    out.yield(0);
    label:
    {
      try {
        out.yield(1);
        try {
          out.yield(2);
          try {
            out.yield(3);
            if (await(stage(true))) break label;
            out.yield(-1);
          } finally {
            log("third", await(stage(3)));
          }
        } finally {
          log("second");
        }
      } finally {
        log("first", await(stage(1)));
      }
      log("never");
    }
    out.yield(4);
  }

  @AsyncGenerator
  static void B12_labelledStatementsOfEveryKind(Yield<String> out) {
    block:
    {
      out.yield("block");
      if (await(stage(true))) break block;
      log("never");
    }
    branch:
    if (await(stage(true))) {
      out.yield("if");
      if (see(true)) break branch;
      log("never");
    } else {
      log("never");
    }
    chosen:
    switch (await(stage(1))) {
      case 1:
        for (int i = 0; ; i++) {
          out.yield("switch " + i);
          if (i == 1) break chosen;
        }
      default:
        log("never");
    }
    tried:
    try {
      out.yield("try");
      if (await(stage(true))) break tried;
      log("never");
    } finally {
      log("finally");
    }
    loop:
    for (; ; ) {
      out.yield("loop");
      break loop;
    }
    single:
    await(stage("single"));
    x: break x;
    y: if (await(stage(true))) break y;
    a: b: c: for (int i = 0; i < 3; i++) {
      if (i == 0) continue c;
      out.yield("many labels " + i);
      if (i == 1) break a;
    }
    log("end");
  }

  @AsyncGenerator
  static void B12_breakOfALabelledBlockInsideALoop(Yield<Integer> out) {
    for (int i = 0; i < 3; i++) {
      odd:
      {
        if (await(stage(i % 2 == 0))) break odd;
        out.yield(i);
        if (i == 1) continue;
      }
      log("even", i);
    }
  }

  @AsyncGenerator
  static void B13_sameLabelInSiblings(Yield<String> out) {
    xxx:
    for (int i = 0; i < 2; i++) {
      out.yield("first " + i);
      for (; ; ) {
        await(stage(i));
        continue xxx;
      }
    }
    xxx:
    while (true) {
      out.yield("second");
      do {
        if (await(stage(true))) break xxx;
      } while (true);
    }
    xxx:
    {
      new Runnable() {
        @Override
        public void run() {
          xxx:
          while (true) {
            log("class");
            break xxx;
          }
        }
      }.run();
      await(stage("third"));
      if (see(true)) break xxx;
      log("never");
    }
  }

  @AsyncMethod
  static int B13_labelsNamedLikeVariablesAndTypes() {
    int sum = 0;
    sum:
    for (int i = 0; i < 3; i++) {
      String:
      for (int at = 0; at < 3; at++) {
        sum += await(stage(at));
        if (at == 1) continue sum;
        if (i == 2) break String;
      }
    }
    return sum;
  }

  @AsyncMethod
  static int B9_returnFromDeepInsideLoops() {
    for (int i = 0; ; i++) {
      for (String s : List.of("a", "b")) {
        while (true) {
          if (await(stage(i == 2 && s.equals("b")))) return i;
          if (see(s.equals("a"))) break;
          await(stage(s));
          break;
        }
      }
    }
  }

  @AsyncGenerator
  static void A5_returnInTheMiddleEnds(Yield<Integer> out) {
    for (int i = 0; ; i++) {
      if (await(stage(i == 2))) {
        log("leaving");
        return;
      }
      out.yield(i);
    }
  }
}
