import { createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Viewer } from './viewer.ts';

/** A request that a subgraph must refuse, with the reason that goes to its log (never to the caller). */
export class SignatureError extends Error {
  override name = 'SignatureError';
}

/** Who stands behind a request, as the gateway knows it. */
export interface Caller {
  /** Null for an anonymous request. */
  readonly viewer: Viewer | null;
  /** The client's network address, where there is one. */
  readonly clientAddress?: string | undefined;
}

/** The headers that carry the caller from the gateway to a subgraph, and the proof that the gateway sent them. */
export const SIGNATURE_HEADERS = {
  viewer: 'x-tessera-viewer',
  client: 'x-tessera-client',
  timestamp: 'x-tessera-timestamp',
  signature: 'x-tessera-signature',
} as const;

const MAX_AGE_MS = 30_000;

/** Derives a subgraph's own signing key from the one secret (HKDF, RFC 5869), so that a leaked key opens one door only. */
export function deriveSubgraphKey(secret: string, subgraph: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `tessera subgraph ${subgraph}`, 32));
}

/** Node prepares raw bytes anew for every digest, which takes seven times as long as the digest itself. */
const preparedKeys = new WeakMap<Buffer, KeyObject>();

function prepared(key: Buffer): KeyObject {
  let object = preparedKeys.get(key);
  if (!object) {
    object = createSecretKey(key);
    preparedKeys.set(key, object);
  }
  return object;
}

function digest(
  key: Buffer,
  { timestamp, viewer, client }: Record<'timestamp' | 'viewer' | 'client', string>,
  asked: string,
  body: string,
): string {
  // One update of one text, and a digest that is text at once, take two thirds of the time of anything in parts.
  return createHmac('sha256', prepared(key))
    .update(`${timestamp}\n${viewer}\n${client}\n${asked}\n${body}`)
    .digest('base64url');
}

/** Every request of an operation carries the same viewer, and a verified token's is remembered. */
const encodedViewers = new WeakMap<Viewer, string>();

function encode(viewer: Viewer | null): string {
  if (!viewer) return '';
  let text = encodedViewers.get(viewer);
  if (text === undefined) {
    text = Buffer.from(JSON.stringify(viewer)).toString('base64url');
    encodedViewers.set(viewer, text);
  }
  return text;
}

/**
 * What a request asks beside its body, as it is signed: the method and the query string, without which a signed empty
 * body would let any GET pass. Not the path: it leads to one thing only, and what stands between may rewrite it.
 */
export function askedBy(method: string, url: string): string {
  const search = url.indexOf('?');
  return search === -1 ? method : method + url.slice(search);
}

/** What the gateway asks. */
const POST = askedBy('POST', '/graphql');

/** The signature headers of one attempt at a subgraph request; a retry must sign anew, since the time is part of it. */
export function signRequest(
  key: Buffer,
  body: string,
  { viewer, clientAddress: client = '' }: Caller,
  now: number,
  asked = POST,
): Record<string, string> {
  const said = { timestamp: String(now), viewer: encode(viewer), client };
  return {
    [SIGNATURE_HEADERS.viewer]: said.viewer,
    [SIGNATURE_HEADERS.client]: client,
    [SIGNATURE_HEADERS.timestamp]: said.timestamp,
    [SIGNATURE_HEADERS.signature]: digest(key, said, asked, body),
  };
}

/**
 * The caller of a request that the gateway signed.
 *
 * @param asked `askedBy` the request as it came
 * @throws SignatureError when the request is unsigned, altered, or signed over 30 s from now.
 */
export function verifyRequest(
  key: Buffer,
  asked: string,
  body: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  now: number,
): Caller {
  const encoded = headers[SIGNATURE_HEADERS.viewer] ?? '';
  const client = headers[SIGNATURE_HEADERS.client] ?? '';
  const timestamp = headers[SIGNATURE_HEADERS.timestamp];
  const signature = headers[SIGNATURE_HEADERS.signature];
  if (
    typeof encoded !== 'string' ||
    typeof client !== 'string' ||
    typeof timestamp !== 'string' ||
    typeof signature !== 'string'
  ) {
    throw new SignatureError('the request is not signed');
  }
  const expected = Buffer.from(digest(key, { timestamp, viewer: encoded, client }, asked, body));
  const actual = Buffer.from(signature);
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) {
    throw new SignatureError('the signature does not match the request');
  }
  if (!(Math.abs(now - Number(timestamp)) <= MAX_AGE_MS)) {
    throw new SignatureError('the signature is more than 30 s old');
  }
  const viewer = encoded ? (JSON.parse(Buffer.from(encoded, 'base64url').toString()) as Viewer) : null;
  return { viewer, clientAddress: client || undefined };
}
