import { createServer, type Server } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { isPortFree, parsePortRange, pickPorts, settlePorts } from './ports.ts';

/** A program that listens on a port of its own choice until the test ends. */
async function occupyPort(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

test('reads a range of ports and a single one', () => {
  expect(parsePortRange('22000-22999')).toEqual({ first: 22_000, last: 22_999 });
  expect(parsePortRange('22000')).toEqual({ first: 22_000, last: 22_000 });
});

test.each(['', 'a-b', '9-1', '0-5', '1-65536', '1-2-3'])('refuses `%s` as a range of ports', (text) => {
  expect(() => parsePortRange(text)).toThrow(`\`${text}\` is not a range of ports: write it as 23000-23999`);
});

test('keeps the port of the last time while it is free', async () => {
  const [first, second] = await pickPorts([undefined, undefined], { first: 30_000, last: 30_099 }, '/a');
  expect(await pickPorts([second, first], { first: 30_000, last: 30_099 }, '/a')).toEqual([second, first]);
});

test('picks another port when a program took that of the last time', async () => {
  const taken = await occupyPort();
  expect(await isPortFree(taken)).toBe(false);
  const [picked] = await pickPorts([taken], { first: 30_000, last: 30_099 }, '/a');
  expect(picked).toBeGreaterThanOrEqual(30_000);
  expect(picked).toBeLessThanOrEqual(30_099);
});

test('never gives the same port twice', async () => {
  const picked = await pickPorts([undefined, undefined, undefined], { first: 30_000, last: 30_099 }, '/a');
  expect(new Set(picked).size).toBe(3);
});

test('says so when the range has too few free ports', async () => {
  const taken = await occupyPort();
  await expect(pickPorts([undefined], { first: taken, last: taken }, '/a')).rejects.toThrow(
    `too few free ports from ${taken} to ${taken}: choose other ports with --ports`,
  );
});

test('refuses a port that was asked for and is taken', async () => {
  const taken = await occupyPort();
  await expect(settlePorts([taken], [undefined], '/a')).rejects.toThrow(
    `port ${taken} is taken by another program`,
  );
});
