import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** The secret that the receiver shares with whoever may call it. */
export const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes, so').toString('base64')}`;

/** A webhook that came in, with a signature that holds. */
export interface Arrival {
  readonly id: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: assertions check what they look at
  readonly body: any;
}

/** Somebody who takes webhooks. */
export interface Receiver extends AsyncDisposable {
  readonly url: string;
  /** In the order in which they came. */
  readonly arrivals: readonly Arrival[];
  /** Of those that came, how many had a wrong signature. */
  readonly forged: number;
  /** The most that were under way at once. */
  readonly mostAtOnce: number;
}

/** Answers an arrival: with a status, or however it likes. */
export type Answering = (arrival: Arrival, response: ServerResponse, count: number) => number | undefined;

/** Starts a receiver that verifies every webhook, by the reference library and by the specification's own words. */
export async function startReceiver(answer: Answering = () => 204): Promise<Receiver> {
  const arrivals: Arrival[] = [];
  let forged = 0;
  let open = 0;
  let mostAtOnce = 0;
  const server = createServer(async (request, response) => {
    mostAtOnce = Math.max(mostAtOnce, ++open);
    response.once('close', () => open--);
    const text = (await request.toArray()).join('');
    const headers = request.headers;
    if (!isGenuine(text, headers)) {
      forged++;
      response.writeHead(401).end();
      return;
    }
    const id = String(headers['webhook-id']);
    const arrival = { id, path: request.url ?? '', headers, body: JSON.parse(text) };
    arrivals.push(arrival);
    const status = answer(arrival, response, arrivals.length);
    if (status !== undefined) response.writeHead(status).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    arrivals,
    get forged() {
      return forged;
    },
    get mostAtOnce() {
      return mostAtOnce;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function isGenuine(body: string, headers: IncomingHttpHeaders): boolean {
  const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  try {
    new Webhook(SECRET).verify(body, headers as Record<string, string>);
    return headers['webhook-signature'] === expected;
  } catch {
    return false;
  }
}
