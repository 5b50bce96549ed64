// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;

/** What comes from around the API: error pages of the proxy and of the servlet container, a web page, JSON. */
final class Pages {
    private static final String HTML = "text/html;charset=utf-8";

    private static final String STYLE = "<style type=\"text/css\">body {font-family:Tahoma,Arial,sans-serif;} "
            + "h1, h2, h3, b {color:white;background-color:#525D76;} h1 {font-size:22px;} h2 {font-size:16px;} "
            + "h3 {font-size:14px;} p {font-size:12px;} a {color:black;} "
            + ".line {height:1px;background-color:#525D76;border:none;}</style>";

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
                        "<!doctype html><html lang=\"en\"><head><title>" + title + "</title>" + STYLE
                                + "</head><body><h1>" + title + "</h1></body></html>")
                .with("Content-Language", "en")
                .with("Connection", "close");
    }

    /** The servlet container's answer to TRACE: its own request for the error page, with the headers that came. */
    static Answer traced(Map<String, String> headers) {
        StringBuilder text = new StringBuilder("TRACE /error HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return Answer.page(405, "message/http", text.toString()).with("Allow", "HEAD, DELETE, POST, GET, OPTIONS, PUT");
    }

    /** No such call, as the server's framework says it. */
    static Answer notFound(String path, String accept, long now) {
        if (Accept.prefersJson(accept)) {
            String json = Json.text(Json.object("timestamp", now, "status", 404, "error", "Not Found", "path", path));
            return Answer.page(404, "application/json", json).chunked().varying();
        }
        String xml = "<Map><timestamp>" + now + "</timestamp><status>404</status><error>Not Found</error><path>"
                + XmlText.escaped(path) + "</path></Map>";
        return Answer.page(404, Accept.xmlType(accept) + ";charset=UTF-8", xml)
                .chunked()
                .varying();
    }

    /** A page of the webhooks' framework. */
    static Answer express(int status, String text) {
        String page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Error</title>\n"
                + "</head>\n<body>\n<pre>" + XmlText.escaped(text) + "</pre>\n</body>\n</html>\n";
        return Answer.page(status, "text/html; charset=utf-8", page)
                .with("Content-Security-Policy", "default-src 'none'")
                .with("X-Content-Type-Options", "nosniff");
    }

    /** A page with status 200: what a wrong base URL or a captive portal shows. */
    static Answer welcome() {
        return Answer.page(200, HTML, """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Welcome</title></head>
                <body><p>This is not the API.<br></body></html>
                """);
    }
}
