package dev.belay.samples;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Asks for the stream and reads it only when told to, through a socket that buffers little. Speaks
 * HTTP/1.0, so that the answer is the bare lines.
 */
final class SlowClient implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Socket socket = new Socket();
  private final BufferedReader reader;

  SlowClient(int port) throws IOException {
    socket.setReceiveBufferSize(BUFFER_BYTES);
    socket.connect(new InetSocketAddress("localhost", port));
    socket.getOutputStream().write("GET /posts/stream HTTP/1.0\r\n\r\n".getBytes(US_ASCII));
    reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8), 4096);
  }

  /** The next line of the body; null at the end. */
  String readLine() throws IOException {
    for (String line = reader.readLine(); ; line = reader.readLine()) {
      if (line == null || line.startsWith("{")) {
        return line;
      }
    }
  }

  /** Reads to the end, be it a proper one or not. */
  int countRemainingLines() throws IOException {
    int count = 0;
    while (readLine() != null) {
      count++;
    }
    return count;
  }

  /** Leaves without a word, as a killed client does. */
  @Override
  public void close() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }
}
