// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;
import java.util.Objects;

/** The shared notes, part of {@link CreateRequest}. */
public final class NotesSettings extends Setters<NotesSettings> {
    NotesSettings(RequestParameters.Builder sink) {
        super(sink);
    }

    /**
     * Chooses the editor; the server has a default. The server refuses the call when it does not know the word. Wire
     * name {@code sharedNotesEditor}; BBB 3.0.25 and later.
     *
     * @param editor the editor
     * @return these settings
     */
    public NotesSettings editor(NotesEditor editor) {
        Objects.requireNonNull(editor, "editor");
        return put(Parameter.NOTES_EDITOR, editor.text());
    }

    /**
     * Fills the notes at the start, from JSON of the block editor. Wire name {@code sharedNotesInitialContentJsonUrl};
     * BBB 3.0.25 and later.
     *
     * @param url where it is; https only
     * @return these settings
     */
    public NotesSettings contentJsonUrl(String url) {
        return put(Parameter.NOTES_JSON_URL, url);
    }

    /**
     * Fills the notes at the start. Wire name {@code sharedNotesInitialContentMarkdown}; BBB 3.0.33 and later.
     *
     * @param markdown the text
     * @return these settings
     */
    public NotesSettings contentMarkdown(String markdown) {
        return put(Parameter.NOTES_MARKDOWN, markdown);
    }

    /**
     * Fills the notes at the start, from Markdown. Wire name {@code sharedNotesInitialContentMarkdownUrl}; BBB 3.0.33
     * and later.
     *
     * @param url where it is
     * @return these settings
     */
    public NotesSettings contentMarkdownUrl(String url) {
        return put(Parameter.NOTES_MARKDOWN_URL, url);
    }
}
