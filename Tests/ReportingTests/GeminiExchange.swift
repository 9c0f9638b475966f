/// An exchange with Gemini as HTTP messages, by the bodies of both.
///
/// The status is what stands behind the version of the response; behind the host there may be field lines.
func gemini(
    _ request: String, _ response: String, status: String = "200 OK", host: String = "relay.example"
) -> String {
    """
    POST /v1beta/models/gemini-x:generateContent HTTP/1.1
    Host: \(host)
    Content-Length: \(request.utf8.count)

    \(request)HTTP/1.1 \(status)
    Content-Type: application/json
    Content-Length: \(response.utf8.count)

    \(response)

    """
}

/// An exchange with Gemini in which parts are asked for, and a part is answered.
func gemini(parts: String, answer: String = #"{"text":"yes"}"#, lines: String = "") -> String {
    gemini(
        #"{"contents":[{"role":"user","parts":[\#(parts)]}]}"#,
        #"{"candidates":[{"finishReason":"STOP","content":{"role":"model","parts":[\#(answer)]}}]}"#,
        host: "relay.example" + lines)
}

/// An exchange with Gemini in which a text, as JSON has it, is asked for.
func gemini(text: String) -> String {
    gemini(parts: #"{"text":"\#(text)"}"#)
}
