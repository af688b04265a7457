import { connect, type Socket } from 'node:net';
import { HTTPParser } from 'http-parser-js';
import type { RunningSubject } from './subject.ts';

/** Where a gateway is asked, and as whom. */
export type Door = Pick<RunningSubject, 'address' | 'headers'>;

/** A gateway that takes longer has failed. */
const PATIENCE_MS = 60_000;

/** What every connection reads into: what was read is counted at once, and nothing is kept. */
const READ = Buffer.alloc(256 * 1024);

/** Kept-alive connections to a gateway, over which requests are sent and the bytes of their answers counted. */
export interface Connections extends Disposable {
  /**
   * Sends a request as soon as a connection is free.
   *
   * @param bytes of the right answer; any other rejects
   */
  ask(body: string, bytes: number): Promise<void>;
}

/**
 * Opens connections when they are needed, so many at most. They make next to no garbage: what HTTP clients make for each
 * answer of 85 KB stopped the load for 10 ms several times a second, and the latencies were those of the load.
 */
export function openConnections(door: Door, most: number): Connections {
  const all = new Set<Connection>();
  const free: Connection[] = [];
  const waiting: ((connection: Connection) => void)[] = [];

  const open = (): Connection => {
    const connection = new Connection(door);
    all.add(connection);
    return connection;
  };
  const take = async (): Promise<Connection> => {
    for (let one = free.pop(); one; one = free.pop()) {
      if (!one.isClosed) return one;
      all.delete(one);
    }
    return all.size < most ? open() : new Promise((resolve) => waiting.push(resolve));
  };
  const giveBack = (connection: Connection): void => {
    const next = waiting.shift();
    if (next) next(connection);
    else free.push(connection);
  };
  return {
    async ask(body, bytes) {
      for (;;) {
        const connection = await take();
        const wasUsed = connection.answers > 0;
        try {
          await connection.ask(body, bytes);
          giveBack(connection);
          return;
        } catch (error) {
          connection.close();
          all.delete(connection);
          const next = waiting.shift();
          if (next) next(open());
          // A gateway may end a connection that is idle in the moment in which it is used.
          if (!wasUsed || !connection.isLost) throw error;
        }
      }
    },
    [Symbol.dispose]() {
      for (const each of all) each.close();
    },
  };
}

/** A connection that asks one thing at a time. */
class Connection {
  readonly #socket: Socket;
  readonly #parser = new HTTPParser('RESPONSE');
  readonly #head: string;
  /** How many it has brought. */
  answers = 0;
  /** Whether it ended before anything of the answer came. */
  isLost = false;
  #bytes = 0;
  #beginning = '';
  #waiting: { bytes: number; resolve: () => void; reject: (error: Error) => void } | undefined;

  constructor({ address, headers }: Door) {
    const { hostname, port, host } = new URL(address);
    const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    this.#head = `POST /graphql HTTP/1.1\r\n${lines.join('')}`;
    this.#parser[HTTPParser.kOnBody] = (chunk, offset, length) => {
      if (this.#bytes === 0)
        this.#beginning = chunk.toString('latin1', offset, offset + Math.min(length, 300));
      this.#bytes += length;
    };
    this.#parser[HTTPParser.kOnMessageComplete] = () => this.#answered();
    this.#socket = connect({
      host: hostname,
      port: Number(port),
      noDelay: true,
      onread: {
        buffer: READ,
        callback: (length, buffer) => {
          const failure = this.#parser.execute(buffer as Buffer, 0, length);
          if (failure instanceof Error) this.#fail(failure);
          return true;
        },
      },
    });
    this.#socket.setTimeout(PATIENCE_MS, () => this.#fail(new Error('no answer')));
    this.#socket.on('error', (error) => this.#lose(error));
    this.#socket.on('close', () => this.#lose(new Error('the connection was closed')));
  }

  ask(body: string, bytes: number): Promise<void> {
    this.#bytes = 0;
    this.#beginning = '';
    this.#socket.write(`${this.#head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    return new Promise((resolve, reject) => {
      this.#waiting = { bytes, resolve, reject };
    });
  }

  /** Whether the gateway has ended it since. */
  get isClosed(): boolean {
    return this.#socket.closed;
  }

  close(): void {
    this.#socket.destroy();
  }

  #answered(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.answers++;
    if (waiting?.bytes === this.#bytes) waiting.resolve();
    else waiting?.reject(new Error(`a wrong answer: ${this.#beginning}`));
  }

  #lose(error: Error): void {
    this.isLost = this.#bytes === 0;
    this.#fail(error);
  }

  #fail(error: Error): void {
    this.#waiting?.reject(error);
    this.#waiting = undefined;
  }
}
