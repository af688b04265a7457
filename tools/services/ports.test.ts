import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isPortFree, parsePortRange, pickPorts } from './ports.ts';

/** A program that listens on a port of its own choice until the test ends. */
async function occupyPort(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A folder that ports can be for; they are given back when it is gone, at the latest when the test ends. */
function newOwner(): string {
  const path = mkdtempSync(join(tmpdir(), 'tessera-ports-test-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const RANGE = { first: 30_000, last: 30_099 };

test('reads a range of ports and a single one', () => {
  expect(parsePortRange('22000-22999')).toEqual({ first: 22_000, last: 22_999 });
  expect(parsePortRange('22000')).toEqual({ first: 22_000, last: 22_000 });
});

test.each(['', 'a-b', '9-1', '0-5', '1-65536', '1-2-3'])('refuses `%s` as a range of ports', (text) => {
  expect(() => parsePortRange(text)).toThrow(`\`${text}\` is not a range of ports: write it as 23000-23999`);
});

test('keeps the port of the last time while it is free', async () => {
  const owner = newOwner();
  const [first, second] = await pickPorts([undefined, undefined], RANGE, owner);
  expect(await pickPorts([second, first], RANGE, owner)).toEqual([second, first]);
});

test('gives up the port of the last time when another range is asked for', async () => {
  const owner = newOwner();
  const [port] = await pickPorts([undefined], RANGE, owner);
  expect(await pickPorts([port], undefined, owner)).toEqual([port]);
  const other = { first: 30_100, last: 30_199 };
  const [moved] = await pickPorts([port], other, owner);
  expect(moved).toBeGreaterThanOrEqual(other.first);
});

test('picks another port when a program took that of the last time', async () => {
  const taken = await occupyPort();
  expect(await isPortFree(taken)).toBe(false);
  const [picked] = await pickPorts([taken], RANGE, newOwner());
  expect(picked).toBeGreaterThanOrEqual(30_000);
  expect(picked).toBeLessThanOrEqual(30_099);
});

test('never gives the same port twice', async () => {
  const picked = await pickPorts([undefined, undefined, undefined], RANGE, newOwner());
  expect(new Set(picked).size).toBe(3);
});

test('gives nobody a port that is another’s, although nothing listens there, until that one is gone', async () => {
  const [one, other] = [newOwner(), newOwner()];
  const [port] = (await pickPorts([undefined], RANGE, one)) as [number];
  expect(await isPortFree(port)).toBe(true);
  const only = { first: port, last: port };
  await expect(pickPorts([undefined], only, other)).rejects.toThrow('too few free ports');
  expect(await pickPorts([port], RANGE, other)).not.toEqual([port]);

  rmSync(one, { recursive: true });
  expect(await pickPorts([undefined], only, other)).toEqual([port]);
});

test('gives all that ask at once ports of their own', async () => {
  const owners = Array.from({ length: 20 }, newOwner);
  const picked = await Promise.all(owners.map((owner) => pickPorts([undefined, undefined], RANGE, owner)));
  expect(new Set(picked.flat()).size).toBe(40);
});

test('gives a process, which owns what it picks if nobody else is named, another port each time', async () => {
  const picked = [await pickPorts([undefined], RANGE), await pickPorts([undefined], RANGE)];
  expect(new Set(picked.flat()).size).toBe(2);
});

test('says so when the range has too few free ports', async () => {
  const taken = await occupyPort();
  await expect(pickPorts([undefined], { first: taken, last: taken }, newOwner())).rejects.toThrow(
    `too few free ports from ${taken} to ${taken}: choose other ports with --ports`,
  );
});
