import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { composeEnvironment, parseContainers } from './docker-engine.ts';

const COMPOSE = readFileSync(new URL('./compose.yaml', import.meta.url), 'utf8');

test('compose.yaml asks for exactly the variables that it is given', () => {
  const asked = [...COMPOSE.matchAll(/\$\{(\w+)/g)].map((match) => match[1]);
  const given = composeEnvironment({ mariadbPort: 1, amqpPort: 2, adminPassword: 'x' });
  expect(asked.toSorted()).toEqual(Object.keys(given).toSorted());
});

test('compose.yaml opens ports to this machine alone', () => {
  const { services } = parse(COMPOSE) as { services: Record<string, { ports: string[] }> };
  const ports = Object.values(services).flatMap((service) => service.ports);
  expect(ports).toHaveLength(2);
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
});

test('reads the containers as each version of Compose lists them', () => {
  const one = { Service: 'mariadb', State: 'running' };
  const two = { Service: 'rabbitmq', State: 'exited' };
  expect(parseContainers(`${JSON.stringify(one)}\n${JSON.stringify(two)}\n`)).toEqual([one, two]);
  expect(parseContainers(JSON.stringify([one, two]))).toEqual([one, two]);
  expect(parseContainers('')).toEqual([]);
});
