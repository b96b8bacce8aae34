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
    RESOURCE
  }

  static Template any(Chance chance) {
    return switch (chance.below(10)) {
      case 0, 1, 2, 3 ->
          new Template(
              Kind.METHOD,
              chance.of(
                  null, Sort.INT, Sort.STRING, Sort.LONG, Sort.OBJECT, Sort.BOOLEAN, Sort.INTS),
              Sort.INT);
      case 4 -> new Template(Kind.RESOURCE, null, Sort.STRING);
      default ->
          new Template(
              Kind.GENERATOR, null, chance.of(Sort.INT, Sort.STRING, Sort.OBJECT, Sort.LONG));
    };
  }

  String declaration() {
    return switch (kind) {
      case METHOD ->
          "@AsyncMethod %s B1_fuzzed() throws IOException"
              .formatted(result == null ? "void" : result.type);
      case GENERATOR ->
          "@AsyncGenerator void B1_fuzzed(Yield<%s> out) throws IOException".formatted(boxed());
      case RESOURCE ->
          "@AsyncResource void B1_fuzzed(Yield<%s> out) throws IOException".formatted(boxed());
    };
  }

  private String boxed() {
    return switch (element) {
      case INT -> "Integer";
      case LONG -> "Long";
      default -> element.type;
    };
  }
}
