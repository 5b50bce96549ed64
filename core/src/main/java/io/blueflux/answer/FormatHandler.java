// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.xml.ElementName.ALT;
import static io.blueflux.xml.ElementName.HEIGHT;
import static io.blueflux.xml.ElementName.IMAGE;
import static io.blueflux.xml.ElementName.IMAGES;
import static io.blueflux.xml.ElementName.LENGTH;
import static io.blueflux.xml.ElementName.PREVIEW;
import static io.blueflux.xml.ElementName.PROCESSING_TIME;
import static io.blueflux.xml.ElementName.SIZE;
import static io.blueflux.xml.ElementName.TYPE;
import static io.blueflux.xml.ElementName.URL;
import static io.blueflux.xml.ElementName.WIDTH;

import io.blueflux.model.Element;
import io.blueflux.model.Recording;
import io.blueflux.xml.Blanks;
import io.blueflux.xml.ElementName;
import io.blueflux.xml.FieldsHandler;
import io.blueflux.xml.Handler;
import io.blueflux.xml.Names;
import io.blueflux.xml.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one format of a recording. */
final class FormatHandler extends FieldsHandler {
    private static final Names NAMES = new Names(TYPE, URL, PROCESSING_TIME, LENGTH, SIZE, PREVIEW);

    private final Consumer<Recording.Format> out;
    private final List<Recording.Image> images = new ArrayList<>();
    private final Handler imageList = new ListHandler(IMAGE, ImageHandler::new, this);
    private final Handler preview = new ListHandler(IMAGES, () -> imageList, this);

    private @Nullable String type;
    private @Nullable String url;
    private @Nullable Duration processingTime;
    private @Nullable Duration length;
    private @Nullable Long size;

    FormatHandler(Consumer<Recording.Format> out) {
        super(NAMES);
        this.out = out;
    }

    @Override
    protected void reset() {
        images.clear();
        type = null;
        url = null;
        processingTime = null;
        length = null;
        size = null;
    }

    @Override
    @Nullable
    protected Handler container(ElementName field) {
        return field == PREVIEW ? preview : null;
    }

    @Override
    protected void leaf(ElementName field, Text text) {
        switch (field) {
            case TYPE -> type = text.sharedOrNull();
            case URL -> url = text.textOrNull();
            case PROCESSING_TIME -> processingTime = text.millis();
            case LENGTH -> length = text.minutes();
            case SIZE -> size = text.number();
            default -> throw new IllegalStateException("no field of a format: " + field);
        }
    }

    @Override
    public void close() {
        out.accept(
                new Recording.Format(type, url, processingTime, length, size, List.copyOf(images), unknownElements()));
    }

    /** Reads a preview image: its URL is the text, the rest are attributes. */
    private final class ImageHandler extends Handler {
        private final Text url = new Text();
        private @Nullable String alt;
        private @Nullable Integer width;
        private @Nullable Integer height;

        @Override
        public void open(Attributes attributes) {
            url.clear();
            alt = null;
            width = null;
            height = null;
            for (int i = 0; i < attributes.count(); i++) {
                attribute(attributes.name(i), attributes.value(i));
            }
        }

        private void attribute(String name, String value) {
            if (name.equals(ALT.wireName())) {
                alt = stripped(value);
            } else if (name.equals(HEIGHT.wireName())) {
                height = Text.integer(value);
            } else if (name.equals(WIDTH.wireName())) {
                width = Text.integer(value);
            }
        }

        private static @Nullable String stripped(String value) {
            int start = Blanks.start(value);
            int end = Blanks.end(value, start);
            return start == end ? null : value.substring(start, end);
        }

        @Override
        @Nullable
        public Handler child(String name) {
            return null;
        }

        @Override
        public Text ownText() {
            return url;
        }

        @Override
        public void unknown(Element element) {
            FormatHandler.this.unknown(element);
        }

        @Override
        public void close() {
            images.add(new Recording.Image(url.textOrNull(), alt, width, height));
        }
    }
}
