package dev.belay.processor.refusal;

import static dev.belay.processor.refusal.Check.refused;

import org.junit.jupiter.api.Test;

/** A class that only one method can name has no companion. */
class LocalTemplateTest {

  private static void refusedIn(String members) {
    refused("TemplateIsLocal", Source.members(members));
  }

  @Test
  void inALocalClass() {
    refusedIn("void f() { class L { @AsyncMethod int «m() { return 1; } } }\n");
  }

  @Test
  void inAnAnonymousClass() {
    refusedIn("void f() { Object o = new Object() { @AsyncMethod int «m() { return 1; } }; }\n");
  }

  @Test
  void inAnAnonymousClassOfAField() {
    refusedIn("Object o = new Object() { @AsyncMethod int «m() { return 1; } };\n");
  }

  @Test
  void inALocalRecord() {
    refusedIn("void f() { record L() { @AsyncMethod int «m() { return 1; } } }\n");
  }

  @Test
  void inAMemberOfALocalClass() {
    refusedIn(
        "void f() { class L { class I { @AsyncGenerator void «m(Yield<String> out) { } } } }\n");
  }

  @Test
  void inALambda() {
    refusedIn(
        "Runnable r = () -> { class L { @AsyncResource void «m(Yield<String> out) { } } };\n");
  }

  @Test
  void inATemplate() {
    refusedIn(
        "@AsyncMethod void f() { class L { @AsyncMethod int «m() { return 1; } } new L(); }\n");
  }

  @Test
  void inAnEnumConstant() {
    refused(
        "TemplateIsLocal", Source.type("enum T { ONE { @AsyncMethod int «m() { return 1; } } }"));
  }
}
