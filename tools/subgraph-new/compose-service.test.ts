import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addService, removeService } from './compose-service.ts';

const COMPOSE = readFileSync('docker-compose.yml', 'utf8');
const read = (text: string) => parse(text, { merge: true });

describe('a subgraph’s container', () => {
  it('is like that of the others, and known to the gateway, which waits for it', () => {
    const { services, volumes } = read(addService(COMPOSE, 'sea-shanties'));
    const { products } = services;
    expect(services['sea-shanties']).toEqual({
      ...products,
      command: ['node', 'subgraphs/sea-shanties/main.ts'],
      volumes: [`\${TESSERA_KEYS:-keys-}sea-shanties:/run/keys:ro`],
    });
    expect(services.gateway.environment.SEA_SHANTIES_URL).toBe('http://sea-shanties:4000/graphql');
    expect(services.gateway.depends_on['sea-shanties']).toEqual({ condition: 'service_healthy' });
    expect(services.keys.volumes).toContain(`\${TESSERA_KEYS:-keys-}sea-shanties:/keys/sea-shanties`);
    expect(volumes).toHaveProperty('keys-sea-shanties');
  });

  it('changes no other', () => {
    const {
      'sea-shanties': _,
      gateway,
      keys,
      ...others
    } = read(addService(COMPOSE, 'sea-shanties')).services;
    expect(read(COMPOSE).services).toMatchObject(others);
  });

  it('goes without a trace', () => {
    expect(removeService(addService(COMPOSE, 'keepsakes'), 'keepsakes')).toBe(COMPOSE);
    expect(removeService(COMPOSE, 'keepsakes')).toBe(COMPOSE);
  });

  it('is refused where the file has lost its form', () => {
    expect(() => addService('services: {}\n', 'keepsakes')).toThrow(
      'docker-compose.yml has no place for this',
    );
  });
});
