import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { createGatewayMetrics } from '../../gateway/index.ts';
import { createLogger } from '../../kit/logger.ts';
import { hashApiKey } from '../../kit/viewer/api-keys.ts';
import type { Viewer } from '../../kit/viewer/viewer.ts';
import { createRest } from '../../rest/index.ts';
import { createTestGraph, type TestGraph, type TestGraphOptions } from '../graph.ts';

/** An answer, as a client has it. */
export interface RestResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // biome-ignore lint/suspicious/noExplicitAny: every path has a form of its own, and assertions check it
  readonly body: any;
}

export interface RestCall {
  /** The viewer of a token. */
  readonly as?: Viewer;
  readonly key?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A graph whose gateway answers REST as well. */
export interface RestDoor {
  readonly graph: TestGraph;
  /** Sends a request, `GET /rest/...`; fails where the answer is not what the OpenAPI document promises. */
  ask(request: string, call?: RestCall): Promise<RestResponse>;
}

export const KEYS = { admin: 'tessera_of_an_admin', user: 'tessera_of_user_7' } as const;
const SETTING = JSON.stringify([
  { name: 'back-office', sha256: hashApiKey(KEYS.admin), scopes: ['admin'] },
  { name: 'seventh', sha256: hashApiKey(KEYS.user), viewer: '7' },
]);

/** Starts the whole graph with REST on its gateway; `await using` the graph ends it. */
export async function createRestDoor(options?: TestGraphOptions): Promise<RestDoor> {
  const graph = await createTestGraph(options);
  const { http } = graph.gateway;
  const mount = createRest({ REST_API_KEYS: SETTING });
  mount?.(graph.gateway, { log: createLogger('test', 'silent'), metrics: createGatewayMetrics() });
  const send: RestDoor['ask'] = async (request, { as, key, body, headers } = {}) => {
    const [method, url] = request.split(' ') as ['GET', string];
    const response = await http.inject({
      method,
      url,
      headers: {
        'x-request-id': 'test',
        ...(as && { authorization: JSON.stringify(as) }),
        ...(key && { 'x-api-key': key }),
        ...headers,
      },
      ...(body !== undefined && { payload: body as object }),
    });
    const { statusCode: status, payload } = response;
    const isJson = payload !== '' && String(response.headers['content-type']).startsWith('application/json');
    return { status, headers: response.headers, body: isJson ? JSON.parse(payload) : payload };
  };
  const promises = readPromises((await send('GET /rest/openapi.json')).body);
  return {
    graph,
    async ask(request, call) {
      const response = await send(request, call);
      const broken = promises(request, response);
      if (broken) throw new Error(`${request}: ${broken}: ${JSON.stringify(response.body)}`);
      return response;
    },
  };
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: object }>>>>;
}

/** What of an answer is not as the document has it; nothing where it promises nothing: an unknown path, another method. */
function readPromises(document: OpenApi) {
  const ajv = new Ajv2020({ strict: false, discriminator: true });
  formats.default(ajv);
  ajv.addSchema(document, 'openapi');
  const paths = Object.keys(document.paths).map((path) => ({
    path,
    pattern: new RegExp(`^${path.replaceAll('{id}', '[^/]+')}$`),
  }));
  // What has no parameter wins.
  paths.sort((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')));
  return (request: string, { status, body, headers }: RestResponse): string | null => {
    const [method = '', url = ''] = request.split(' ');
    const { path } = paths.find(({ pattern }) => pattern.test(url.split('?')[0] ?? '')) ?? {};
    const operation = path ? document.paths[path]?.[method.toLowerCase()] : undefined;
    if (!path || !operation) return null;
    const documented = (operation.responses as Record<string, { content?: Record<string, object> }>)[status];
    if (!documented) return `the status ${status} is not documented`;
    const [mediaType] = Object.keys(documented.content ?? {});
    if (!mediaType) return body === '' ? null : 'no body is documented';
    if (!String(headers['content-type']).startsWith(mediaType)) return `is no ${mediaType}`;
    const escaped = [path, method.toLowerCase(), 'responses', String(status), 'content', mediaType, 'schema']
      .map((each) => each.replaceAll('~', '~0').replaceAll('/', '~1'))
      .map(encodeURIComponent);
    const validate = ajv.compile({ $ref: `openapi#/paths/${escaped.join('/')}` });
    return validate(body) ? null : ajv.errorsText(validate.errors);
  };
}

/** The one form of errors. */
export const failure = (code: string, message: unknown = expectText) => ({
  error: { code, message, requestId: 'test' },
});
const expectText = { asymmetricMatch: (value: unknown) => typeof value === 'string' && value !== '' };
