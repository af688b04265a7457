import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';

// Does of the public query's work what no gateway can leave out, and nothing else: sends the same requests in the same
// order, parses the answers, writes the client's answer from an object. What it sends and answers comes from its parent.

/** One request to a subgraph, as the gateway sends it. */
export interface Sent {
  readonly subgraph: string;
  readonly body: string;
  /** The requests of one wave are sent together, when the wave before has been answered. */
  readonly wave: number;
}

/** What the parent says. */
export interface Script {
  readonly sent: readonly Sent[];
  /** The client's answer. */
  readonly answer: string;
  /** Where the subgraphs are; without it their answers are at hand as text, as embedded ones have them. */
  readonly origin: string | undefined;
  /** What each request is answered with. */
  readonly answers: readonly string[];
}

process.once('message', (script: Script) => {
  const pool = script.origin === undefined ? undefined : new Pool(script.origin, { connections: 64 });
  const answer: unknown = JSON.parse(script.answer);
  const waves = [...Map.groupBy(script.sent.keys(), (index) => script.sent[index]?.wave).values()];
  const headers = { 'content-type': 'application/json', accept: 'application/json' };

  const fetch = async (index: number): Promise<unknown> => {
    if (!pool) return JSON.parse(script.answers[index] as string);
    const { subgraph, body } = script.sent[index] as Sent;
    const response = await pool.request({ path: `/${subgraph}`, method: 'POST', headers, body });
    return JSON.parse(await response.body.text());
  };

  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (text: string) => {
      body += text;
    });
    request.on('end', async () => {
      JSON.parse(body);
      for (const wave of waves) await Promise.all(wave.map(fetch));
      const text = JSON.stringify(answer);
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      });
      response.end(text);
    });
  });
  server.listen(0, '127.0.0.1', () => {
    process.send?.({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  });
});
process.once('disconnect', () => process.exit());
process.send?.('started');
