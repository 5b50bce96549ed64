// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import io.blueflux.fuzz.Faults;
import java.util.List;

/** What a server sends of its own accord, and what it is broken with. */
final class CallbackFaults {
    static final List<String> EVENTS = List.of("""
            [{"data":{"type":"event","id":"meeting-created","attributes":{"meeting":{"internal-meeting-id":"i","external-meeting-id":"m",\
            "name":"é 🎉","duration":90,"create-time":1767254400000,"moderator-pass":"mp","metadata":{"b":"2","a":1,"u":"https://h/?k=1"},\
            "is-breakout":false,"max-users":20}},"event":{"ts":1767254400100}}}]""", """
            [{"data":{"id":"user-joined","attributes":{"meeting":{"external-meeting-id":"m"},"user":{"internal-user-id":"w_1","name":"Ada",\
            "role":"MODERATOR","presenter":true,"userdata":{"k":"v"},"referer":"https://h/?sessionToken=st","session-token":"st"}},\
            "event":{"ts":1767254400100}}},{"data":{"id":"user-audio-muted","attributes":{"user":{"muted":true}}}}]""", """
            [{"data":{"id":"poll-responded","attributes":{"user":{},"poll":{"id":"p","answerIds":[1,2],"answers":[{"id":0,"key":"Y"}]}}}},\
            {"data":{"id":"chat-group-message-sent","attributes":{"chat-message":{"id":"c","message":"<b>","sender":{"name":"n","time":1}}}}}]""", """
            {"data":{"id":"rap-publish-ended","attributes":{"record-id":"r","workflow":"presentation","success":true,"step-time":7177,\
            "recording":{"name":"N","size":"1.5","metadata":{"a":"b"},"playback":{"format":"p","link":"https://h/?t=1","duration":10},\
            "download":[]}}}}""", """
            [{"envelope":{"name":"UserLeftMsg","routing":{"meetingId":"int"}},"core":{"header":{},"body":{"props":{"meetingProp":{}}}}},\
            {"header":{"name":"sanity_ended"},"payload":{"meeting_id":"m","external_meeting_id":"x"}}]""");
    static final String ANALYTICS = """
            {"version":"1.0","meeting_id":"room","internal_meeting_id":"int","data":{"metadata":{"meeting_name":"Tea","n":1},"duration":60,\
            "start":"2026-01-01T08:00:00.000+00:00","attendees":[{"ext_user_id":"u","moderator":true,"joins":["j"],"duration":59,\
            "engagement":{"chats":1,"talk_time":6}}],"polls":[{"id":"p","published":true,"options":["Y"],"start":"never","votes":{"u":"Y"}}]}}""";

    static final Faults JSON = Faults.ofWords(
            "{ } [ ] \" : , \\ null true 1e999999999 -0 9223372036854775808 \"a\":1, \\ud83c \\u0000 {} []"
                    + " \"ts\": \"id\": \"envelope\":{} \"metadata\": \"exp\":1 \"nbf\":9e9 \"crit\":[] \"alg\":\"none\" [[[[[[[[ NaN // '");
    static final Faults FORM = Faults.ofWords(
            "& = % + ; %26 %3D %00 %C3 %A9 %C3%A9 %ED%A0%80 %zz %5 event= event timestamp= domain= domain=x&"
                    + " %65vent=[] checksum= checksum=ab &x=1 1 -1 1.5 . .. e30 A B - _ = a bearer Bearer meetingID= signed_parameters=");

    private CallbackFaults() {}
}
