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
  private static final int SMALL_BUFFER_BYTES = 4 * 1024;

  private final Socket socket = new Socket();
  private final BufferedReader reader;

  SlowClient(int port) throws IOException {
    this(port, "/posts/stream", BUFFER_BYTES);
  }

  private SlowClient(int port, String path, int buffer) throws IOException {
    socket.setReceiveBufferSize(buffer);
    socket.connect(new InetSocketAddress("localhost", port));
    socket.getOutputStream().write(("GET " + path + " HTTP/1.0\r\n\r\n").getBytes(US_ASCII));
    reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8), 4096);
  }

  /** One who reads events after a post, and buffers next to nothing. */
  static SlowClient ofEvents(int port, String after) throws IOException {
    return new SlowClient(port, "/posts/events?after=" + after, SMALL_BUFFER_BYTES);
  }

  /** The next line of the body that has a post in it; null at the end. */
  String readLine() throws IOException {
    for (String line = reader.readLine(); ; line = reader.readLine()) {
      if (line == null || line.startsWith("{") || line.startsWith("data: ")) {
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
