package ai.opsai.platform.outbound;

import ai.opsai.platform.outbound.OutboundFailure.Code;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** What the library's exceptions mean to a caller. */
final class FailureMapping {

    private FailureMapping() {}

    static OutboundFailure failure(String host, boolean timedOut, Exception cause) {
        Code code = timedOut ? Code.TIMEOUT : code(cause);
        return new OutboundFailure(code, sentence(host, code), cause);
    }

    private static Code code(Exception cause) {
        return switch (cause) {
            case RequestFailedException _ -> Code.TIMEOUT;
            case UnknownHostException _ -> Code.CONNECT_FAILED;
            case ConnectException _ -> Code.CONNECT_FAILED;
            case NoRouteToHostException _ -> Code.CONNECT_FAILED;
            case InterruptedIOException _ -> Code.TIMEOUT;
            case SSLException _ -> Code.TLS_ERROR;
            case ConnectionClosedException _ -> Code.TRUNCATED;
            case NoHttpResponseException _ -> Code.CONNECTION_CLOSED;
            case TruncatedChunkException _ -> Code.TRUNCATED;
            case SocketException _ -> Code.CONNECTION_CLOSED;
            default -> Code.INVALID_RESPONSE;
        };
    }

    private static String sentence(String host, Code code) {
        return switch (code) {
            case EGRESS_BLOCKED, REDIRECT_BLOCKED -> host + " may not be called.";
            case TIMEOUT -> host + " did not answer in time.";
            case CONNECT_FAILED -> host + " can't be reached.";
            case CONNECTION_CLOSED -> host + " closed the connection before it answered.";
            case TRUNCATED -> host + " closed the connection before the answer was complete.";
            case RESPONSE_TOO_LARGE -> host + " answered more than can be read.";
            case TLS_ERROR -> host + " has no certificate that can be trusted.";
            case INVALID_RESPONSE -> host + " answered something that is not HTTP.";
        };
    }
}
