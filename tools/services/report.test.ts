import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { exportLines, statusLines } from './report.ts';

const URLS = {
  DATABASE_URL: 'mysql://{subgraph}:development@127.0.0.1:23001/{subgraph}',
  DATABASE_ADMIN_URL: 'mysql://root:a-b_c@127.0.0.1:23001/',
  BROKER_URL: 'amqp://tessera:development@127.0.0.1:23002',
};

test('a shell that evaluates the settings hands them on unchanged', () => {
  const script = `${exportLines(URLS)}node -e 'console.log(JSON.stringify(process.env))'`;
  const env = JSON.parse(execFileSync('sh', ['-c', script], { encoding: 'utf8' }));
  expect(env).toMatchObject(URLS);
});

test('the status names what is wrong with a service', () => {
  const text = statusLines({
    engine: 'packages',
    services: [
      { name: 'MariaDB', running: true, healthy: false, port: 23_001, pid: 7, problem: 'connect ETIMEDOUT' },
      { name: 'RabbitMQ', running: false, healthy: false },
    ],
    urls: null,
  });
  expect(text).toBe(
    'MariaDB  running, but does not answer · 127.0.0.1:23001 · pid 7 · connect ETIMEDOUT\nRabbitMQ not running\n',
  );
});
