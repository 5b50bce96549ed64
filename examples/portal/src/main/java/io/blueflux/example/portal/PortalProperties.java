// SPDX-License-Identifier: Apache-2.0
package io.blueflux.example.portal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the portal itself is set to.
 *
 * @param maxSlides How large one uploaded file may be.
 */
@ConfigurationProperties("portal")
record PortalProperties(@DefaultValue("300MB") DataSize maxSlides) {}
