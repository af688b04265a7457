import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkComposeFile, findCompose } from './containers.ts';

let folder: string;
let compose: readonly string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-compose-'));
  const unpack = () =>
    execFileSync('sh', ['tools/check/unpack-compose.sh', folder], { encoding: 'utf8' }).trim();
  compose = (await findCompose()) ?? [unpack()];
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('Docker Compose', () => {
  it('takes docker-compose.yml as it is', async () => {
    expect(await checkComposeFile(compose, 'docker-compose.yml')).toBe('');
  });

  it('takes that of the development services', async () => {
    for (const name of ['MARIADB_PORT', 'AMQP_PORT', 'ADMIN_PASSWORD', 'BROKER_USER', 'BROKER_PASSWORD'])
      process.env[`TESSERA_${name}`] ??= '1';
    expect(await checkComposeFile(compose, 'tools/services/compose.yaml')).toBe('');
  });

  it('refuses a service that waits for one that is not there', async () => {
    const broken = join(folder, 'broken.yml');
    writeFileSync(
      broken,
      readFileSync('docker-compose.yml', 'utf8').replace('      orders: {', '      order: {'),
    );
    expect(await checkComposeFile(compose, broken)).toContain('depends on undefined service "order"');
  });
});
