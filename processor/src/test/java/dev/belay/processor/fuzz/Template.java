package dev.belay.processor.fuzz;

/**
 * What kind of template a program is.
 *
 * @param kind which annotation it carries
 * @param result what it returns; null for nothing
 * @param element what it yields, if it does
 */
record Template(Kind kind, Sort result, Sort element) {
  enum Kind {
    METHOD,
    GENERATOR,
    CONVERSATION,
    RESOURCE;

    /** Whether it yields as often as it likes. */
    boolean isSequence() {
      return this == GENERATOR || this == CONVERSATION;
    }
  }

  static Template any(Chance chance) {
    return switch (chance.below(13)) {
      case 0, 1, 2, 3 ->
          new Template(
              Kind.METHOD,
              chance.of(
                  null, Sort.INT, Sort.STRING, Sort.LONG, Sort.OBJECT, Sort.BOOLEAN, Sort.INTS),
              Sort.INT);
      case 4, 5 -> new Template(Kind.RESOURCE, null, Sort.STRING);
      case 6, 7 ->
          new Template(Kind.CONVERSATION, null, chance.of(Sort.INT, Sort.STRING, Sort.OBJECT));
      default ->
          new Template(
              Kind.GENERATOR, null, chance.of(Sort.INT, Sort.STRING, Sort.OBJECT, Sort.LONG));
    };
  }

  /**
   * Its head.
   *
   * @param name what it is called
   * @param suppressing whether a block may end with a suppressed failure, so that a method ends
   *     without a value, which no primitive type has
   */
  String declaration(String name, boolean suppressing) {
    return switch (kind) {
      case METHOD ->
          "@AsyncMethod %s %s() throws IOException"
              .formatted(
                  result == null ? "void" : suppressing ? result.boxed() : result.type, name);
      case GENERATOR ->
          "@AsyncGenerator void %s(Yield<%s> out) throws IOException"
              .formatted(name, element.boxed());
      case CONVERSATION ->
          "@AsyncGenerator void %s(Exchange<%s, String> out) throws IOException"
              .formatted(name, element.boxed());
      case RESOURCE ->
          "@AsyncResource void %s(Yield<%s> out) throws IOException"
              .formatted(name, element.boxed());
    };
  }
}
