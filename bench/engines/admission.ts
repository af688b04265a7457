import { isDeepStrictEqual } from 'node:util';
import { askAll, type Expected } from './load.ts';
import type { RunningSubject } from './subject.ts';
import type { Workload } from './workloads.ts';

/** What a measurement tells besides its numbers. */
export interface Telling {
  /** Tells a person what is going on. */
  readonly report: (line: string) => void;
  /** Keeps why something was not measured. */
  readonly note: (line: string) => void;
}

/** A gateway that gives the right answers, with what is known of it for a workload. */
export interface Entrant {
  readonly gateway: RunningSubject;
  readonly expected: Expected;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

/**
 * Asks every gateway everything once. The first one's answers are the reference; who gives others is left out of the
 * workload, with a note, unless it is ours. A control has answers of its own.
 *
 * @throws when a gateway of ours, or the first one, gives no answer or a wrong one
 */
export async function admit(
  { name, bodies }: Workload,
  gateways: readonly RunningSubject[],
  { report, note }: Telling,
): Promise<Entrant[]> {
  report(`${name}: comparing the answers`);
  const entrants: Entrant[] = [];
  let reference: unknown[] | undefined;
  for (const gateway of gateways) {
    try {
      const answers = await gateway.whileRunning(() => askAll(gateway, bodies));
      const data = answers.map(dataOf);
      reference ??= data;
      const isRight = (each: unknown, index: number) => isDeepStrictEqual(each, reference?.[index]);
      if (!gateway.subject.control && !data.every(isRight))
        throw new Error(`answers something else than ${gateways[0]?.subject.name}`);
      const bytes = answers.map((text) => Buffer.byteLength(text));
      const expected = bodies.map((body, index) => ({ body, bytes: bytes[index] ?? 0 }));
      entrants.push({ gateway, expected });
    } catch (error) {
      if (reference === undefined) throw error;
      leaveOut(gateway, name, error as Error, note);
    }
  }
  return entrants;
}

/**
 * Notes why a gateway is not measured.
 *
 * @throws that, when it is ours
 */
export function leaveOut(
  { subject }: RunningSubject,
  workload: string,
  { message }: Error,
  note: Telling['note'],
): void {
  const told = `${workload}: ${subject.name} was not measured: ${message}`;
  if (!subject.folder) throw new Error(told);
  note(told);
}

function dataOf(text: string): unknown {
  const { data, errors } = JSON.parse(text) as Answer;
  if (errors || !data) throw new Error(`it answers ${text.slice(0, 200)}`);
  return data;
}
