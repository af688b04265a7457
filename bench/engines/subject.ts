import { join } from 'node:path';
import { pickPorts } from '../../tools/services/ports.ts';
import type { Graph, Run } from './graph.ts';
import { type Program, type ProgramOptions, startProgram } from './program.ts';

/** A gateway that is compared. */
export interface Subject {
  /** As people name it in `--peers`. */
  readonly name: string;
  /** What a person needs to know of it, in a line. */
  readonly about: string;
  /** Whether its subgraphs live in its own process. */
  readonly embedded?: true;
  /** Whether requests under way that are alike share one subgraph request. */
  readonly dedupe?: true;
  /** Whether it is no gateway, but shows what the machine does to any program that is asked at a rate. */
  readonly control?: true;
  /** The folder of a peer, which must be installed. */
  readonly folder?: string;
  /** Starts it over a graph, to listen at a port. */
  readonly program: (place: Place) => Omit<ProgramOptions, 'cores' | 'log' | 'ready'>;
}

/** Where a gateway is to run. */
export interface Place {
  readonly run: Run;
  readonly graph: Graph;
  readonly port: number;
  /** A folder of its own. */
  readonly directory: string;
}

/** A gateway that answers. */
export interface RunningSubject extends Program {
  readonly subject: Subject;
  /** Where it answers, without a path. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The limits of every gateway, as far as it has them. */
export const LIMITS = { maxDepth: 25, maxTokens: 10_000 } as const;

/** Starts a gateway on the core that serves; resolves when it answers. */
export async function startSubject(subject: Subject, place: Omit<Place, 'port'>): Promise<RunningSubject> {
  const [port] = await pickPorts([undefined]);
  const address = `http://127.0.0.1:${port}`;
  const headers = { 'content-type': 'application/json', authorization: place.run.keys.authorization };
  const program = await startProgram({
    ...subject.program({ ...place, port }),
    cores: place.run.cores.serving,
    log: join(place.directory, 'output.log'),
    ready: () => answers(address, headers),
  });
  return { ...program, subject, address, headers };
}

async function answers(address: string, headers: Record<string, string>): Promise<boolean> {
  const body = JSON.stringify({ query: '{ __typename }' });
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body });
  const { data } = (await response.json()) as { data?: { __typename?: string } };
  return data?.__typename === 'Query';
}
