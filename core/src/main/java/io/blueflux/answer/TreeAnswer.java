// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.model.Element;
import io.blueflux.model.Status;
import io.blueflux.xml.Handler;
import io.blueflux.xml.TreeHandler;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The answer of a call that we do not know: any root with anything in it, whole. */
final class TreeAnswer implements Answer<Element> {
    private static final Envelope NONE = new Envelope(null, null, null, List.of());

    private final Handler document = new Document();
    private final boolean mayBeRoots;
    private @Nullable Element root;

    /** Makes an answer that may be the one of the API's root, or may not. */
    TreeAnswer(boolean mayBeRoots) {
        this.mayBeRoots = mayBeRoots;
    }

    @Override
    public Handler root(String name) {
        return new TreeHandler(name, document);
    }

    @Override
    public Envelope envelope() {
        return root == null ? NONE : Envelope.of(root);
    }

    @Override
    public boolean needsReturncode() {
        return false;
    }

    @Override
    public void finish(Status status, Consumer<? super Element> out) {
        if (root != null) {
            finish(status, root, out);
        }
    }

    @Override
    public boolean mayBeJson() {
        return true;
    }

    @Override
    public void finish(Status status, Element json, Consumer<? super Element> out) {
        if (!mayBeRoots && Envelope.isOfRoot(json)) {
            throw Envelope.answerOfRoot();
        }
        out.accept(json);
    }

    /** Takes the root element when it ends. */
    private final class Document extends Handler {
        @Override
        @Nullable
        public Handler child(String name) {
            return null;
        }

        @Override
        public void unknown(Element element) {
            root = element;
        }
    }
}
