import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const REGION = 'ca-central-1';
const ACCESS_KEY = 'AKIDTESTER';
const SECRET_KEY = 'a key for tests';

/** A Secrets Manager that answers GetSecretValue, to requests that are signed with its key alone. */
export interface TestSecretsManager extends AsyncDisposable {
  /** What points AWS's SDK at it, and at nothing else. */
  readonly env: Readonly<Record<string, string>>;
  /** The secrets by their names; what is written here is answered from then on. */
  readonly secrets: Map<string, string>;
  /** The names that were asked for. */
  readonly asked: string[];
}

/** Starts one on loopback. */
export async function startSecretsManager(): Promise<TestSecretsManager> {
  const secrets = new Map<string, string>();
  const asked: string[] = [];
  const answer = async (request: IncomingMessage): Promise<[number, object]> => {
    const body = await text(request);
    if (request.headers.authorization !== sign(request, body))
      return [400, { __type: 'InvalidSignatureException', message: 'The signature does not match.' }];
    if (request.headers['x-amz-target'] !== 'secretsmanager.GetSecretValue')
      return [400, { __type: 'InvalidActionException' }];
    const { SecretId } = JSON.parse(body);
    asked.push(SecretId);
    const SecretString = secrets.get(SecretId);
    if (SecretString !== undefined) return [200, { Name: SecretId, SecretString }];
    return [400, { __type: 'ResourceNotFoundException', message: 'There is no such secret.' }];
  };
  const server = createServer((request, response) => {
    answer(request).then(([status, json]) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: ACCESS_KEY,
      AWS_SECRET_ACCESS_KEY: SECRET_KEY,
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    secrets,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The header by which a request proves that it knows the key: AWS's Signature Version 4. */
function sign({ method, url, headers }: IncomingMessage, body: string): string {
  const time = String(headers['x-amz-date']);
  const scope = `${time.slice(0, 8)}/${REGION}/secretsmanager/aws4_request`;
  const signed = /SignedHeaders=([\w;-]+)/.exec(String(headers.authorization))?.[1] ?? '';
  const lines = signed.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [method, url, '', lines.join(''), signed, hash(body)].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', time, scope, hash(canonical)].join('\n');
  const key = scope.split('/').reduce<string | Buffer>((from, part) => mac(from, part), `AWS4${SECRET_KEY}`);
  const signature = mac(key, toSign).toString('hex');
  return `AWS4-HMAC-SHA256 Credential=${ACCESS_KEY}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
}

const hash = (value: string) => createHash('sha256').update(value).digest('hex');
const mac = (key: string | Buffer, value: string) => createHmac('sha256', key).update(value).digest();
