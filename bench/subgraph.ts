import { isDeepStrictEqual } from 'node:util';
import { deriveSubgraphKey } from '../kit/viewer/signature.ts';
import { type Child, startChild } from './engines/child.ts';
import type { BenchOptions, Row } from './rows.ts';
import { type Load, overHttp, withinProcess } from './subgraph/load.ts';

const SECRET = 'a secret of the benchmark, long enough for the derivation';
const CONCURRENCY = 32;

const entities = (count: number, selection: string) => ({
  query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Product { ${selection} } } }`,
  variables: {
    representations: Array.from({ length: count }, (_, upc) => ({ __typename: 'Product', upc: String(upc) })),
  },
});

const FLAT = 'upc name kind weight isInStock price { amount currencyCode }';
const LIST = 'reviews(first: 2) { id body rating author { id } }';
const WORKLOADS = [
  { name: '100 entities', ...entities(100, FLAT) },
  { name: '100 entities, each with a list', ...entities(100, `${FLAT} ${LIST}`) },
  { name: '1 entity', ...entities(1, FLAT) },
];

type Server = Child<{ address: string }>;

const SUBJECTS = ['stock', 'tessera', 'tessera, in process'] as const;
const REFERENCE = SUBJECTS[0];

/**
 * A subgraph that answers `_entities`: stock @apollo/server with @apollo/subgraph over HTTP, and the server that every
 * subgraph here has, over HTTP and called in its process; all over the same resolvers. They take turns, so that whatever
 * else the machine does meets all alike. The first answers are compared in full, all others over HTTP by their length.
 * Requests are signed; stock does not look at that.
 */
export async function run({ quick, report }: BenchOptions): Promise<Row[]> {
  await using stack = new AsyncDisposableStack();
  const servers = new Map<string, Server>();
  for (const subject of SUBJECTS) {
    const file = subject === 'tessera, in process' ? 'embedded.ts' : 'server.ts';
    const child = startChild<{ address: string }>(
      new URL(`subgraph/${file}`, import.meta.url),
      [subject, SECRET],
      { NODE_ENV: 'production' },
    );
    servers.set(subject, stack.use(await child));
  }
  const key = deriveSubgraphKey(SECRET, 'catalogue');
  const rows: Row[] = [];
  for (const { name, ...operation } of WORKLOADS) {
    report(name);
    const contenders = [...servers].map(([subject, server]): Contender => {
      const { address } = server.ready;
      const load =
        subject === 'tessera, in process'
          ? withinProcess(address, operation, CONCURRENCY)
          : overHttp(address, operation, key, CONCURRENCY);
      return { subject, server, load, requests: 0, seconds: 0, cpu: 0 };
    });
    rows.push(...(await measure(name, contenders, quick)));
  }
  return rows;
}

interface Contender {
  readonly subject: string;
  readonly server: Server;
  readonly load: Load;
  requests: number;
  seconds: number;
  cpu: number;
}

async function measure(workload: string, contenders: readonly Contender[], quick: boolean): Promise<Row[]> {
  const [warmUp, spell, rounds] = quick ? [1_000, 1_000, 3] : [3_000, 3_000, 8];
  const reference = contenders.find(({ subject }) => subject === REFERENCE) as Contender;
  const expected = await reference.load.ask();
  for (const { subject, load } of contenders) {
    const answer = await load.ask();
    if (!isDeepStrictEqual(JSON.parse(answer), JSON.parse(expected))) {
      throw new Error(`${subject} answers something else than ${REFERENCE}: ${answer.slice(0, 300)}`);
    }
    await load.run(warmUp);
  }
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      const before = contender.server.cpu();
      const { requests, seconds } = await contender.load.run(spell);
      contender.cpu += contender.server.cpu() - before;
      contender.requests += requests;
      contender.seconds += seconds;
    }
  }
  const rateOf = ({ requests, seconds }: Contender) => requests / seconds;
  const cpuOf = ({ requests, cpu }: Contender) => cpu / requests;
  return contenders.flatMap((contender) => {
    const row = (metric: string, value: number, unit: string): Row => {
      return { suite: 'subgraph', workload, subject: contender.subject, metric, value, unit };
    };
    return [
      row('rate', rateOf(contender), '1/s'),
      row('CPU', cpuOf(contender), 'ms/request'),
      row('rate to stock', rateOf(contender) / rateOf(reference), ''),
      row('CPU of stock to it', cpuOf(reference) / cpuOf(contender), ''),
      row('memory', contender.server.memory() / 2 ** 20, 'MiB'),
      row('answer', expected.length / 1024, 'KiB'),
    ];
  });
}
