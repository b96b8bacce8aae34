package dev.belay.processor.attribute;

/** Parts of qualified and of binary names. */
final class Names {
  private Names() {}

  /** The name of the package of a top-level type. */
  static String packageOf(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  static String qualified(String packageName, String simpleName) {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }
}
