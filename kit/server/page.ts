import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { isDirect } from './http.ts';

/** A page of our own, made of files of this project. */
export interface PageOptions {
  /** Where it is, such as `/console`. */
  readonly path: string;
  /** Its document. `{{token}}` in it stands for the token. */
  readonly document: string;
  /** The folders whose scripts and style sheets it loads, each at `<path>/<folder>/`; tests are left out. */
  readonly folders: readonly string[];
  /**
   * Issues a token that each visitor is given; for local use alone. Without it nobody gets one, and whoever may have come
   * by a proxy never does.
   */
  readonly token?: (() => Promise<string>) | undefined;
}

/** What may be loaded. */
interface Asset {
  readonly type: string;
  readonly content: Buffer;
  readonly etag: string;
}

// Nothing from outside, nothing inline, no text that becomes markup or code; and no other page may frame it.
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Serves a page whose scripts are TypeScript: as it stands, without its types, so that there is nothing to build. */
export function servePage(app: FastifyInstance, { path, document, folders, token }: PageOptions): void {
  let assets: Promise<ReadonlyMap<string, Asset>> | undefined;
  const html = readFileSync(document, 'utf8');
  app.get(path, async ({ raw }, reply) =>
    reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      .send(html.replaceAll('{{token}}', (isDirect(raw) && (await token?.())) || '')),
  );
  app.get<{ Params: { '*': string } }>(`${path}/*`, async ({ params, headers }, reply) => {
    if (params['*'] === '') return reply.redirect(path);
    // One that failed is forgotten: what was in its way may pass.
    assets ??= loadAssets(folders).catch((error) => {
      assets = undefined;
      throw error;
    });
    const asset = (await assets).get(params['*']);
    if (!asset) return reply.callNotFound();
    reply.headers({
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
      etag: asset.etag,
    });
    if (headers['if-none-match'] === asset.etag) return reply.code(304).send();
    return reply.headers({ 'content-type': asset.type, 'content-encoding': 'gzip' }).send(asset.content);
  });
}

const TYPES: Readonly<Record<string, string>> = {
  '.ts': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Every file that may be asked for, by its path: what is not on this list is not looked for. */
async function loadAssets(folders: readonly string[]): Promise<ReadonlyMap<string, Asset>> {
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => extname(file) in TYPES && !/\.(test|d)\.ts$/.test(file))
      .map((file) => join(folder, file)),
  );
  const scripts = files.filter((file) => file.endsWith('.ts'));
  const stripped = new Map((await stripTypes(scripts)).map((text, i) => [scripts[i], text]));
  return new Map(
    files.map((file) => {
      const content = gzipSync(stripped.get(file) ?? readFileSync(file));
      const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
      return [file, { type: TYPES[extname(file)] ?? '', content, etag }];
    }),
  );
}

/** In a thread of its own: it takes a tenth of a second, for which no request has to wait. */
function stripTypes(files: readonly string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./strip-types.ts', import.meta.url), {
      workerData: files,
      // Node says of its own type stripping that it may change; a test tells when it does.
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    worker.once('message', resolve).once('error', reject);
  });
}
