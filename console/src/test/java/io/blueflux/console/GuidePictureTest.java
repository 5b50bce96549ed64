// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class GuidePictureTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    @Test
    void itIsASmallPngOfTheWholeWindow() throws Exception {
        byte[] bytes = Files.readAllBytes(GuidePicture.FILE);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));

        assertThat(bytes).startsWith(PNG).hasSizeLessThan(200_000);
        assertThat(image.getWidth()).isEqualTo(GuidePicture.WIDTH);
        assertThat(image.getHeight()).isEqualTo(GuidePicture.HEIGHT);
    }
}
