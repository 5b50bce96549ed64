// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.hostile;

import static io.blueflux.benchmarks.hostile.Reader.COUNTERS;
import static io.blueflux.benchmarks.hostile.Reader.MEETINGS;
import static io.blueflux.benchmarks.hostile.Reader.RECORDINGS;
import static io.blueflux.benchmarks.hostile.Reader.SHORT_TEXTS;
import static io.blueflux.benchmarks.hostile.Reader.TEXT_TRACKS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The constructs of XML and JSON, each as the means to keep a parser busy. */
final class Constructs {
    private static final String START = "<response><returncode>SUCCESS</returncode>";
    private static final String END = "</response>";
    private static final int PREFIXES = 90;
    private static final int FEW_NAMES = 900;

    private final List<Construct> all = new ArrayList<>();

    static List<Construct> all() {
        Constructs constructs = new Constructs();
        constructs.ordinary();
        constructs.tags();
        constructs.names();
        constructs.namespaces();
        constructs.texts();
        constructs.besideTexts();
        constructs.elements();
        constructs.json();
        constructs.tinyChunks();
        return constructs.all;
    }

    private void ordinary() {
        String meeting = "<meeting><meetingName>Lecture</meetingName><meetingID>a</meetingID><attendees>"
                + "<attendee><userID>w</userID><fullName>Ann</fullName><role>VIEWER</role></attendee>".repeat(5)
                + "</attendees><metadata><bbb-origin>Moodle</bbb-origin></metadata></meeting>";
        add("ordinary meetings", MEETINGS, START + "<meetings>", i -> meeting, "</meetings>" + END);
    }

    private void tags() {
        inMeeting("attributes of one tag", "<zz", i -> " a" + i + "=''", "/>");
        inMeeting("attributes of one tag, one hash", "<zz", i -> " " + Collisions.ofStrings(i) + "=''", "/>");
        inMeeting("tags of 90 attributes, one hash", "", tagOf(90, i -> " " + Collisions.ofStrings(i) + "=''"), "");
        inMeeting("one attribute value", "<zz a='", i -> "xxxxxxxx", "'/>");
        inMeeting("references in an attribute value", "<zz a='", i -> "&#65;&lt;", "'/>");
        inMeeting("white space in a tag", "<zz", i -> "\r\n \t", "/>");
        inMeeting("white space in an end tag", "<zz></zz", i -> "\r\n \t", ">");
        inMeeting("twice the same attribute", "", i -> "<zz a='' a=''/>", "");
    }

    private void names() {
        IntFunction<String> part = i -> "nnnnnnnn";
        inMeeting("name of an element", "<", part, "/>");
        inMeeting("name of an attribute", "<zz ", part, "=''/>");
        inMeeting("prefix", "<", part, ":zz/>");
        inMeeting("prefix of a declaration", "<zz xmlns:", part, "='u'/>");
        inMeeting("target of an instruction", "<?", part, " ?>");
        inMeeting("name of an entity", "&", part, ";");
        inMeeting("new names", "", i -> "<n" + i + "/>", "");
        inMeeting("900 names", "", i -> "<n" + i % FEW_NAMES + "/>", "");
        inMeeting("900 names, one hash of strings", "", i -> "<" + Collisions.ofStrings(i % FEW_NAMES) + "/>", "");
        inMeeting("900 names, one hash of quads", "", i -> "<" + Collisions.ofQuads(i % FEW_NAMES) + "/>", "");
        inMeeting(
                "900 short names, low bits of one hash",
                "<metadata>",
                i -> "<" + Collisions.ofLowBits(i) + "/>",
                "</metadata>");
        inMeeting("900 metadata, one hash", "<metadata>", i -> metadata(i % FEW_NAMES), "</metadata>");
        add("name of the root", MEETINGS, "<", part, "/>");
    }

    private static String metadata(int i) {
        String name = Collisions.ofStrings(i);
        return "<" + name + ">v</" + name + ">";
    }

    private void namespaces() {
        inMeeting("declarations of one tag", "<zz", i -> " xmlns:a" + i + "='u'", "/>");
        inMeeting("new declarations in new tags", "", i -> "<zz xmlns:a" + i + "='u'/>", "");
        inMeeting("tags of 90 declarations", "", tagOf(PREFIXES, i -> " xmlns:a" + i + "='u'"), "");
        inMeeting("new namespaces, one hash", "", i -> "<zz xmlns='" + Collisions.ofUris(i) + "'/>", "");
        inMeeting("one namespace", "<zz xmlns='", i -> "uuuuuuuu", "'/>");
        String declared = IntStream.range(0, PREFIXES)
                .mapToObj(i -> " xmlns:a" + i + "='u'")
                .collect(Collectors.joining());
        inMeeting(
                "90 prefixes times 900 names",
                "<zz" + declared + ">",
                i -> "<a" + i % PREFIXES + ":n" + i % FEW_NAMES + "/>",
                "</zz>");
        inMeeting("90 prefixes in turn", "<zz" + declared + ">", i -> "<a" + (i % PREFIXES) + ":n/>", "</zz>");
        inMeeting("prefixes not declared", "<zz", i -> " a" + i + ":a=''", "/>");
    }

    private void texts() {
        for (String text :
                List.of("xxxxxxxx", "éééé", "🎉🎉", "\r\n", "\r", "]]]]", "]] ", "&#65;", "&#x1F389;", "&lt;")) {
            String shown = text.replace("\r", "CR").replace("\n", "LF");
            inMeeting("text of " + shown, "<meetingName>", i -> text, "</meetingName>");
        }
        inMeeting("reference of zeros", "<meetingName>&#", i -> "00000000", "65;</meetingName>");
        inMeeting("reference of hex zeros", "<meetingName>&#x", i -> "00000000", "65;</meetingName>");
        inMeeting("CDATA", "<meetingName><![CDATA[", i -> "xxxxxxxx", "]]></meetingName>");
        inMeeting("CDATA of brackets", "<meetingName><![CDATA[", i -> "]]]]", "]]></meetingName>");
        inMeeting("empty CDATA", "<meetingName>", i -> "<![CDATA[]]>", "</meetingName>");
        inMeeting("markup in a leaf", "<meetingName>", i -> "x<b>x</b>", "</meetingName>");
        inMeeting("text nobody wants", "", i -> "xxxxxxxx", "");
        inMeeting("number", "<createTime>", i -> "00000000", "</createTime>");
        inMeeting("text of an unknown element", "<zz>", i -> "x<y/>", "</zz>");
        add(
                "comments at a text's bound",
                SHORT_TEXTS,
                "<response><zz>" + "x".repeat(Reader.SHORT),
                i -> "<!-- -->",
                "</zz>" + END);
    }

    private void besideTexts() {
        inMeeting("comment", "<!--", i -> "xxxxxxxx", "-->");
        inMeeting("comment of hyphens", "<!--", i -> "- - - - ", "-->");
        inMeeting("comments", "", i -> "<!---->", "");
        inMeeting("instruction", "<?pi ", i -> "xxxxxxxx", "?>");
        inMeeting("instruction of question marks", "<?pi ", i -> "????????", "?>");
        inMeeting("instructions", "", i -> "<?pi?>", "");
        inMeeting("white space between tags", "", i -> "\r\n \t", "");
        add("white space before the root", MEETINGS, "<!-- -->", i -> "\r\n \t", START + END);
        add("blanks before all", MEETINGS, "", i -> "\r\n \t", START + END);
        add("instructions before the root", MEETINGS, "", i -> "<?pi?>", START + END);
        add("white space in the XML declaration", MEETINGS, "<?xml version='1.0'", i -> "\r\n \t", "?>" + START + END);
        add(
                "encoding of the XML declaration",
                MEETINGS,
                "<?xml version='1.0' encoding='",
                i -> "xxxxxxxx",
                "'?>" + START + END);
        add("name in the XML declaration", MEETINGS, "<?xml ", i -> "xxxxxxxx", "='1.0'?>" + START + END);
        add("document type", MEETINGS, "<!DOCTYPE r [", i -> "<!ENTITY a 'b'>", "]>" + START + END);
        add("after the root", MEETINGS, START + END, i -> "<zz a=''/>", "");
    }

    private void elements() {
        inMeeting("unknown elements", "", i -> "<zz/>", "");
        inMeeting("nesting", "", i -> "<zz>".repeat(20) + "</zz>".repeat(20), "");
        inMeeting("attendees without anything", "<attendees>", i -> "<attendee/>", "</attendees>");
        inMeeting("breakout rooms", "<breakoutRooms>", i -> "<breakout>x</breakout>", "</breakoutRooms>");
        inMeeting("unknown in attendees", "<attendees>", i -> "<zz/>", "</attendees>");
        add(
                "errors",
                MEETINGS,
                "<response><returncode>FAILED</returncode><errors>",
                i -> "<error key='k' message='m'/>",
                "</errors>" + END);
        add(
                "message",
                MEETINGS,
                "<response><returncode>FAILED</returncode><message>",
                i -> "xxxxxxxx",
                "</message>" + END);
        add("elements beside the list", MEETINGS, START, i -> "<zz a=''/>", END);
        String format =
                "<format><type>p</type><preview><images>" + "<image/>".repeat(20) + "</images></preview></format>";
        add(
                "formats",
                RECORDINGS,
                START + "<recordings><recording><playback>",
                i -> format,
                "</playback></recording></recordings>" + END);
        for (String skipped : List.of(
                "</attendee>",
                "<attendees>",
                "<attendees/>",
                "</attendeez",
                "<aaaa",
                "<!---->",
                "<<<<",
                "<![CDATA[]]>")) {
            add(
                    "skipped " + skipped,
                    COUNTERS,
                    START + "<meetings><meeting><attendees>",
                    i -> skipped,
                    "</attendees></meeting></meetings>" + END);
        }
    }

    private void json() {
        inJson("string", "\"a\":\"", i -> "xxxxxxxx", "\"");
        inJson("escapes", "\"a\":\"", i -> "\\n\\u00e9", "\"");
        inJson("letters beyond ASCII", "\"a\":\"", i -> "éééé", "\"");
        inJson("number", "\"a\":1", i -> "00000000", "");
        inJson("fraction", "\"a\":1.", i -> "00000000", "");
        inJson("name", "\"", i -> "nnnnnnnn", "\":1");
        inJson("names", "\"a\":1", i -> ",\"n" + i + "\":1", "");
        inJson("names, one hash", "\"a\":1", i -> ",\"" + Collisions.ofStrings(i % 4096) + "\":1", "");
        inJson("names, one hash of quads", "\"a\":1", i -> ",\"" + Collisions.ofQuads(i % 4096) + "\":1", "");
        inJson("white space", "", i -> "\r\n \t", "");
        inJson("nothing", "\"a\":[null", i -> ",null", "]");
        inJson("items", "\"a\":[1", i -> ",1", "]");
        inJson("tracks", "\"tracks\":[1", i -> ",{\"href\":\"x\",\"kind\":\"y\"}", "]");
        inJson("nesting", "\"a\":[1", i -> "," + "[".repeat(20) + "]".repeat(20), "]");
        inJson("open arrays", "\"a\":", i -> "[", "]");
        add("JSON instead of XML", MEETINGS, "{\"a\":\"", i -> "xxxxxxxx", "\"}");
    }

    /** The same once more, byte by byte, of what is one token. */
    private void tinyChunks() {
        List<String> tokens = List.of(
                "one attribute value",
                "attributes of one tag",
                "name of an element",
                "white space in a tag",
                "text of xxxxxxxx",
                "text of éééé",
                "text of &lt;",
                "CDATA",
                "comment",
                "instruction",
                "white space between tags",
                "ordinary meetings",
                "JSON string");
        all.stream().filter(each -> tokens.contains(each.name())).toList().forEach(each -> all.add(each.inChunksOf(1)));
    }

    private static IntFunction<String> tagOf(int count, IntFunction<String> attribute) {
        String tag = IntStream.range(0, count).mapToObj(attribute).collect(Collectors.joining("", "<zz", "/>"));
        return i -> tag;
    }

    private void inMeeting(String name, String head, IntFunction<String> unit, String tail) {
        add(name, MEETINGS, START + "<meetings><meeting>" + head, unit, tail + "</meeting></meetings>" + END);
    }

    private void inJson(String name, String head, IntFunction<String> unit, String tail) {
        String before = "{\"response\":{\"returncode\":\"SUCCESS\"";
        String comma = head.isEmpty() ? "" : ",";
        add("JSON " + name, TEXT_TRACKS, before + comma + head, unit, tail + "}}");
    }

    private void add(String name, Reader reader, String head, IntFunction<String> unit, String tail) {
        all.add(Construct.of(name, reader, head, unit, tail));
    }
}
