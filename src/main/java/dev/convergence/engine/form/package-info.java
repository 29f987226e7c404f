/**
 * What a form asks for and what was answered: fields, conditions under which they are hidden, links, and the check of
 * the answers. Begin with {@link dev.convergence.engine.form.SentAnswerValidator}. Knows variables alone.
 */
package dev.convergence.engine.form;
