package dev.belay.samples;

import io.r2dbc.pool.ConnectionPool;

/**
 * The running server, as its {@link Lifespan} hands it out.
 *
 * @param port the port that it listens on
 * @param pool its connections
 * @param posts its posts
 */
record Blog(int port, ConnectionPool pool, Posts posts) {}
