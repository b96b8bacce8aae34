package dev.belay.processor.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts Java source into tokens, and spoils it. */
final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile("\\s+|\"\"\"(?s:.*?)\"\"\"|\"[^\"\\n]*\"|'[^'\\n]*'|\\w+|[+\\-&|<>=:]{2}|.");

  private final List<String> all = new ArrayList<>();

  /** Indices of the tokens that are not white space. */
  private final List<Integer> words = new ArrayList<>();

  Tokens(String text) {
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      if (!matcher.group().isBlank()) {
        words.add(all.size());
      }
      all.add(matcher.group());
    }
  }

  /** The number of tokens. */
  int size() {
    return words.size();
  }

  /** Everything before a token. */
  String truncated(int token) {
    return String.join("", all.subList(0, words.get(token)));
  }

  /** One random change: a token less, twice, elsewhere, or another in its place. */
  String spoiled(Random random) {
    int from = words.get(random.nextInt(words.size()));
    int to = words.get(random.nextInt(words.size()));
    List<String> spoiled = new ArrayList<>(all);
    switch (random.nextInt(6)) {
      case 0 -> spoiled.set(from, "");
      case 1 -> spoiled.add(from, all.get(from) + " ");
      case 2 -> {
        spoiled.set(from, all.get(to));
        spoiled.set(to, all.get(from));
      }
      case 3 -> {
        int next = words.get((words.indexOf(from) + 1) % words.size());
        spoiled.set(from, all.get(next));
        spoiled.set(next, all.get(from));
      }
      case 4 -> spoiled.set(from, all.get(to));
      default -> spoiled.add(from, all.get(to) + " ");
    }
    return String.join("", spoiled);
  }
}
