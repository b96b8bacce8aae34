package dev.belay.processor.attribute;

import javax.tools.JavaFileObject;

/** A file that the nested compiler reads, with the binary name of the type it is listed for. */
sealed interface OuterFile extends JavaFileObject
    permits RootSource, SkeletonSource, SignatureSource, StubSource, OuterClass {
  String binaryName();
}
