import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createWebhookSender, readRetryAfter, webhookBody } from './webhook.ts';

describe('a webhook', () => {
  it('is signed as the test vector of Standard Webhooks says', async () => {
    // tests of the reference libraries, github.com/standard-webhooks/standard-webhooks/libraries
    const vector = {
      secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
      signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    let heard: IncomingHttpHeaders = {};
    const server = createServer((request, response) => {
      heard = request.headers;
      request.resume().on('end', () => response.writeHead(200).end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const sender = createWebhookSender({ url, secret: vector.secret }, 1_000, 1, () => vector.at);
    const answer = await sender.send(vector, new AbortController().signal);
    await sender.close();
    server.close();
    expect(answer).toEqual({ status: 200, error: null, retryAfterMs: null });
    expect(heard).toMatchObject({
      'webhook-id': vector.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': vector.signature,
    });
  });

  it('has a body of type, time and data', () => {
    expect(JSON.parse(webhookBody('a.b', '2026-01-31T12:00:00.000Z', { c: 1 }))).toEqual({
      type: 'a.b',
      timestamp: '2026-01-31T12:00:00.000Z',
      data: { c: 1 },
    });
  });
});

describe('Retry-After', () => {
  const now = new Date('2026-01-31T12:00:00.000Z');
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Sat, 31 Jan 2026 12:01:00 GMT', 60_000],
    ['Sat, 31 Jan 2026 11:00:00 GMT', 0],
    ['soon', null],
    ['', null],
    [undefined, null],
    [['1', '2'], null],
  ])('of %s is %s ms', (header, expected) => {
    expect(readRetryAfter(header, now)).toBe(expected);
  });
});
