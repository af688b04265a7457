import { Webhook } from 'standardwebhooks';
import { Agent, type Dispatcher, request } from 'undici';

/** Where webhooks go, and what signs them. */
export interface Endpoint {
  readonly url: string;
  /** `whsec_` and Base64. */
  readonly secret: string;
}

/** What came of an attempt. */
export interface Answer {
  /** The HTTP status; null where no answer came. */
  readonly status: number | null;
  /** Why it failed, for a person; null where it did not. */
  readonly error: string | null;
  /** How long the receiver wants to be left alone, in milliseconds. */
  readonly retryAfterMs: number | null;
}

/** A webhook to send. */
export interface OutgoingWebhook {
  readonly id: string;
  readonly body: string;
  /** W3C trace context that its receiver may continue. */
  readonly traceparent?: string | null;
}

/** Sends webhooks to one address. */
export interface WebhookSender {
  /** Makes one attempt; never throws. */
  send(webhook: OutgoingWebhook, signal: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
}

/** How much is read of what a receiver says of its refusal, for the person who looks into it. */
const EXCERPT_BYTES = 400;
/** What a receiver says when it takes a webhook is of no interest: more than this is cut off. */
const MAX_DISCARDED_BYTES = 16 * 1024;

/** The body of a webhook, as Standard Webhooks recommends it. */
export const webhookBody = (type: string, timestamp: string, data: unknown): string =>
  JSON.stringify({ type, timestamp, data });

/**
 * Sends webhooks as Standard Webhooks 1.0.0 has it (github.com/standard-webhooks/standard-webhooks, spec): signed with
 * HMAC-SHA256 over id, time and body; anything but a 2xx is a failure, and redirects are not followed.
 *
 * @param connections to the address at most
 * @param now the time that is signed
 */
export function createWebhookSender(
  { url, secret }: Endpoint,
  timeoutMs: number,
  connections: number,
  now: () => Date,
): WebhookSender {
  const signer = new Webhook(secret);
  const agent = new Agent({ connections, pipelining: 1 });
  return {
    async send({ id, body, traceparent }, signal) {
      const at = now();
      try {
        const response = await request(url, {
          method: 'POST',
          dispatcher: agent,
          signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
          headers: {
            'content-type': 'application/json',
            'user-agent': 'Tessera',
            ...(traceparent && { traceparent }),
            'webhook-id': id,
            'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
            'webhook-signature': signer.sign(id, at, body),
          },
          body,
        });
        return await read(response, now());
      } catch (error) {
        return { status: null, error: `no answer: ${reasonOf(error, timeoutMs)}`, retryAfterMs: null };
      }
    },
    close: () => agent.close(),
  };
}

async function read({ statusCode, headers, body }: Dispatcher.ResponseData, now: Date): Promise<Answer> {
  if (statusCode >= 200 && statusCode < 300) {
    // The status is what counts, however the body ends.
    await body.dump({ limit: MAX_DISCARDED_BYTES }).catch(() => {});
    return { status: statusCode, error: null, retryAfterMs: null };
  }
  const said = await readExcerpt(body);
  return {
    status: statusCode,
    error: said ? `HTTP ${statusCode}: ${said}` : `HTTP ${statusCode}`,
    retryAfterMs: readRetryAfter(headers['retry-after'], now),
  };
}

/** The beginning of a body in one line; what follows is cut off with its connection. */
async function readExcerpt(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= EXCERPT_BYTES) break;
    }
  } catch {
    // Cut short: what came so far has to do.
  }
  const text = Buffer.concat(chunks).subarray(0, EXCERPT_BYTES).toString();
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Retry-After: seconds or a date (RFC 9110, 10.2.3). */
export function readRetryAfter(header: string | string[] | undefined, now: Date): number | null {
  if (typeof header !== 'string') return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}

function reasonOf(error: unknown, timeoutMs: number): string {
  const { name, code, message } = error as Partial<Record<string, unknown>>;
  if (name === 'TimeoutError') return `timed out after ${timeoutMs} ms`;
  // A system's code says it in a word; the number of a DOMException says nothing.
  return String(typeof code === 'string' ? code : (message ?? error)).slice(0, EXCERPT_BYTES);
}
