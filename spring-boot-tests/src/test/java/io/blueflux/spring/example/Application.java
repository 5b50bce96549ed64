// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring.example;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The service of the guide's test. */
@SpringBootConfiguration
@EnableAutoConfiguration
class Application {}
