// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.netty.handler.codec.http.HttpResponseStatus;

/** What comes from around the API: error pages of the proxy and of the servlet container, a web page, JSON. */
final class Pages {
    private static final String HTML = "text/html;charset=utf-8";

    private Pages() {}

    /** The proxy's own error page. */
    static Answer nginx(int status) {
        String title = status + " " + HttpResponseStatus.valueOf(status).reasonPhrase();
        return Answer.page(status, "text/html", """
                <html>\r
                <head><title>%s</title></head>\r
                <body>\r
                <center><h1>%s</h1></center>\r
                <hr><center>nginx</center>\r
                </body>\r
                </html>\r
                """.formatted(title, title));
    }

    /** The servlet container's error page, after which it closes the connection. */
    static Answer container(int status) {
        String title = "HTTP Status " + status + " – "
                + HttpResponseStatus.valueOf(status).reasonPhrase();
        return Answer.page(
                        status,
                        HTML,
                        "<!doctype html><html lang=\"en\"><head><title>" + title + "</title></head><body><h1>" + title
                                + "</h1></body></html>")
                .with("Content-Language", "en")
                .with("Connection", "close");
    }

    /** No such call, as the server's framework says it. */
    static Answer notFound(String path, String accept, long now) {
        if (accept.contains("json")) {
            String json = "{\"timestamp\":" + now + ",\"status\":404,\"error\":\"Not Found\",\"path\":\""
                    + path.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
            return Answer.page(404, "application/json", json);
        }
        String xml = "<Map><timestamp>" + now + "</timestamp><status>404</status><error>Not Found</error><path>"
                + XmlText.escaped(path) + "</path></Map>";
        return Answer.page(404, "application/xml;charset=UTF-8", xml);
    }

    /** The webhooks' own page for a wrong method. */
    static Answer cannot(String method, String path) {
        return Answer.page(
                404,
                HTML,
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Error</title>\n</head>\n"
                        + "<body>\n<pre>Cannot " + method + " " + XmlText.escaped(path) + "</pre>\n</body>\n</html>\n");
    }

    /** A page with status 200: what a wrong base URL or a captive portal shows. */
    static Answer welcome() {
        return Answer.page(200, HTML, """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Welcome</title></head>
                <body><p>This is not the API.<br></body></html>
                """);
    }

    static Answer failedJson() {
        return Answer.page(200, "application/json;charset=utf-8", """
                {
                    "response": {
                        "returncode": "FAILED",
                        "messageKey": "checksumError",
                        "message": "You did not pass the checksum security check"
                    }
                }""");
    }
}
