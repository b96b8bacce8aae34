package dev.belay.processor.attribute;

import java.util.List;
import javax.tools.JavaFileObject;

/** Lists the types that the nested compiler may read, package by package. */
interface PackageLister {
  List<JavaFileObject> list(String packageName);

  /** Whether a file read since has named a type that exists and was not listed. */
  boolean isIncomplete();
}
