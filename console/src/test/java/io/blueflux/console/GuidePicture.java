// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.nio.file.Path;

/** The picture of the console in the guide. */
final class GuidePicture {
    /** Seen from the module. */
    static final Path FILE = Path.of("..", "docs", "guide", "console.png");

    static final int WIDTH = 1280;
    static final int HEIGHT = 800;

    private GuidePicture() {}
}
