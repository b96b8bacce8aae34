/**
 * Types for template bodies. During annotation rounds a body is untyped, and attributing it in
 * place would leave traces in the compilation that is under way. This package compiles the same
 * sources a second time, in a nested compiler task that sees the outer compilation through public
 * API only, and answers with the attributed twin of an outer tree.
 */
@NullMarked
package dev.belay.processor.attribute;

import org.jspecify.annotations.NullMarked;
