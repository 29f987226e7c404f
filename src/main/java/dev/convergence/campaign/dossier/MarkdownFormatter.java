package dev.convergence.campaign.dossier;

/** Text for a form's text component, which reads Markdown and HTML. */
final class MarkdownFormatter {

    private MarkdownFormatter() {}

    /** The text as it stands: whatever could be markup becomes a character reference, in Markdown as in HTML. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (Character.isLetterOrDigit(character) || character == ' ') {
                literal.appendCodePoint(character);
            } else {
                literal.append("&#").append(character).append(';');
            }
        });
        return literal.toString();
    }
}
