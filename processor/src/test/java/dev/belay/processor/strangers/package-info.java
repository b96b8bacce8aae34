/**
 * The checker on code that nobody wrote for it: published libraries and programs, whose findings
 * have been judged one by one. Nothing of that code is kept here, only where a finding is.
 */
package dev.belay.processor.strangers;
