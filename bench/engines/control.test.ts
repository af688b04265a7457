import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { pickPorts } from '../../tools/services/ports.ts';
import { admit } from './admission.ts';
import { askAll } from './load.ts';
import { startProgram } from './program.ts';
import type { Place, RunningSubject, Subject } from './subject.ts';
import { SUBJECTS } from './subjects.ts';
import { WORKLOADS } from './workloads.ts';

const [workload] = WORKLOADS.filter(({ paced }) => paced);

async function startControl(): Promise<RunningSubject> {
  const [port] = await pickPorts([undefined]);
  const address = `http://127.0.0.1:${port}`;
  const subject = SUBJECTS.find(({ control }) => control) as Subject;
  const directory = await mkdtemp(join(tmpdir(), 'tessera-control-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const program = await startProgram({
    ...subject.program({ port } as Place),
    cores: null,
    log: join(directory, 'output.log'),
    ready: async () => (await fetch(address, { method: 'POST' })).ok,
  });
  return { ...program, subject, address, headers: {} };
}

it('a control takes part with an answer of its own, always the same', async () => {
  const server = createServer((request, response) => {
    request.resume().once('end', () => response.end('{"data":{"me":null}}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await using control = await startControl();
  const [stock] = SUBJECTS as [Subject];
  const gateway = { ...control, subject: stock, address };
  const notes: string[] = [];
  const telling = { report: () => {}, note: (line: string) => void notes.push(line) };
  const entrants = await admit(workload as (typeof WORKLOADS)[number], [gateway, control], telling);
  expect(entrants.map((entrant) => entrant.gateway.subject.name)).toEqual(['stock', 'control']);
  expect(notes).toEqual([]);
  const answers = await control.whileRunning(() => askAll(control, ['{}', '{}']));
  expect(new Set(answers).size).toBe(1);
  server.close();
});

it('a program that is not asked stands still', async () => {
  await using control = await startControl();
  const cpu = await control.whileRunning(async () => {
    await askAll(
      control,
      Array.from({ length: 50 }, () => '{}'),
    );
    return control.cpu();
  });
  expect(cpu).toBeGreaterThan(0);
  const slow = fetch(control.address, { method: 'POST', body: '{}', signal: AbortSignal.timeout(300) });
  await expect(slow).rejects.toThrow(/timeout/);
});
