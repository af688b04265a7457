import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody who is sent webhooks, and at first lets them wait for an answer. */
export interface HoldingReceiver extends AsyncDisposable {
  /** What sends webhooks of both kinds here. */
  readonly settings: Readonly<Record<string, string>>;
  /** The ids of all that arrived. */
  readonly arrived: readonly string[];
  /** How many wait for an answer. */
  held(): number;
  /** Breaks off those that wait, and takes whatever comes from now on. */
  letGo(): void;
}

export async function startHoldingReceiver(): Promise<HoldingReceiver> {
  const waiting = new Set<ServerResponse>();
  const arrived: string[] = [];
  let holds = true;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      arrived.push(String(request.headers['webhook-id']));
      if (!holds) response.writeHead(200).end();
      else waiting.add(response.once('close', () => waiting.delete(response)));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  return {
    settings: {
      NOTIFICATIONS_WEBHOOK_URL: url,
      NOTIFICATIONS_WEBHOOK_SECRET: secret,
      THIRD_PARTY_WEBHOOK_URL: url,
      THIRD_PARTY_WEBHOOK_SECRET: secret,
      WEBHOOK_TIMEOUT: '1000',
    },
    arrived,
    held: () => waiting.size,
    letGo() {
      holds = false;
      for (const response of waiting) response.destroy();
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
