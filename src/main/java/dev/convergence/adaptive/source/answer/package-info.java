/**
 * What people answer about a source, and what follows from it. Begin with {@link
 * dev.convergence.adaptive.source.answer.SourceAnswerService}.
 */
package dev.convergence.adaptive.source.answer;
