import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSupergraphYaml } from '../kit/server/supergraph-yaml.ts';
import { planPrograms } from './start-services/programs.ts';
import { runProgram } from './testing/program.ts';

describe('a setting that is empty is one that is not given', () => {
  it('to npm run services, which looks into .data', () => {
    const cwd = mkdtempSync(join(tmpdir(), 'tessera-empty-'));
    try {
      mkdirSync(join(cwd, '.data/services'), { recursive: true });
      writeFileSync(join(cwd, '.data/services/engine.json'), '{"engine":"none"}');
      const env = { ...process.env, DATA_DIR: '' };
      const { stderr } = runProgram([resolve('tools/services.ts'), 'status'], { cwd, env });
      expect(stderr).toContain('there is no engine `none`');
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  });

  it('to npm run start:services, whose subgraphs listen on loopback', async () => {
    const { subgraphs } = readSupergraphYaml('supergraph.yaml');
    const env = { BROKER_URL: 'amqp://x', USERS_HOST: '' };
    const [users] = await planPrograms(subgraphs, { env, scale: new Map() });
    expect(users?.env).toMatchObject({ USERS_HOST: '127.0.0.1' });
  });
});
