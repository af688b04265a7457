import { isDeepStrictEqual } from 'node:util';
import { deriveSubgraphKey, signRequest } from '../kit/viewer/signature.ts';
import { type Child, startChild } from './engines/child.ts';
import type { BenchOptions, Row } from './rows.ts';
import { ask, load, type Question } from './subgraph/load.ts';

const SUBJECTS = ['stock', 'tessera'] as const;
const REFERENCE = SUBJECTS[0];
const SECRET = 'a secret of the benchmark, long enough for the derivation';
const CONCURRENCY = 32;

const entities = (count: number, selection: string) => ({
  query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Product { ${selection} } } }`,
  variables: {
    representations: Array.from({ length: count }, (_, upc) => ({ __typename: 'Product', upc: String(upc) })),
  },
});

const FLAT = 'upc name kind weight isInStock price { amount currencyCode }';
const WORKLOADS = [
  { name: '_entities, 100 representations', ...entities(100, FLAT) },
  {
    name: '_entities, 100 representations, a list of each',
    ...entities(100, `${FLAT} reviews(first: 2) { id body rating author { id } }`),
  },
  { name: '_entities, 1 representation', ...entities(1, FLAT) },
];

interface Total {
  requests: number;
  seconds: number;
  cpu: number;
}

/**
 * A subgraph over HTTP: stock @apollo/server with @apollo/subgraph, and the server that every subgraph here has, over
 * the same resolvers. They take turns, so that whatever else the machine does meets both alike; every answer has the
 * reference's length, and the first of each is compared in full. Requests are signed; stock does not look at that.
 */
export async function run({ quick, report }: BenchOptions): Promise<Row[]> {
  await using stack = new AsyncDisposableStack();
  const servers = new Map<string, Child<{ address: string }>>();
  for (const subject of SUBJECTS) {
    const module = new URL('subgraph/server.ts', import.meta.url);
    const child = await startChild<{ address: string }>(module, [subject, SECRET], {
      NODE_ENV: 'production',
    });
    servers.set(subject, stack.use(child));
  }
  const rows: Row[] = [];
  for (const { name, ...request } of WORKLOADS) {
    report(name);
    rows.push(...(await measure(name, JSON.stringify(request), servers, quick)));
  }
  return rows;
}

async function measure(
  workload: string,
  body: string,
  servers: ReadonlyMap<string, Child<{ address: string }>>,
  quick: boolean,
): Promise<Row[]> {
  const key = deriveSubgraphKey(SECRET, 'catalogue');
  const question: Question = { body, headers: () => signRequest(key, body, null, Date.now()) };
  const [warmUp, spell, rounds] = quick ? [1_000, 1_000, 3] : [3_000, 4_000, 6];
  const totals = new Map<string, Total>();
  const expected = await ask(servers.get(REFERENCE)?.ready.address as string, question);
  for (const [subject, { ready }] of servers) {
    const answer = await ask(ready.address, question);
    if (!isDeepStrictEqual(JSON.parse(answer), JSON.parse(expected)) || answer.length !== expected.length) {
      throw new Error(`${subject} answers something else than ${REFERENCE}: ${answer.slice(0, 300)}`);
    }
    await load(ready.address, question, expected, CONCURRENCY, warmUp);
    totals.set(subject, { requests: 0, seconds: 0, cpu: 0 });
  }
  for (let round = 0; round < rounds; round++) {
    for (const [subject, server] of servers) {
      const total = totals.get(subject) as Total;
      const before = server.cpu();
      const { requests, seconds } = await load(server.ready.address, question, expected, CONCURRENCY, spell);
      total.cpu += server.cpu() - before;
      total.requests += requests;
      total.seconds += seconds;
    }
  }
  const rateOf = ({ requests, seconds }: Total) => requests / seconds;
  const reference = totals.get(REFERENCE) as Total;
  return [...totals].flatMap(([subject, total]) => {
    const row = (metric: string, value: number, unit: string): Row => {
      return { suite: 'subgraph', workload, subject, metric, value, unit };
    };
    return [
      row('rate', rateOf(total), '1/s'),
      row('CPU', total.cpu / total.requests, 'ms/request'),
      row('rate to stock', rateOf(total) / rateOf(reference), ''),
      row('memory', (servers.get(subject)?.memory() ?? 0) / 2 ** 20, 'MiB'),
      row('answer', expected.length / 1024, 'KiB'),
    ];
  });
}
