import type { Profiler } from 'node:inspector';

/** What of a gateway's work a function belongs to: by the file that it is from, the innermost that is known. */
const PARTS: readonly [part: string, test: RegExp][] = [
  ['garbage collection', /^\(garbage collector\)/],
  ['writing to sockets', /^(writev|writeUtf8String|writeLatin1String|writeBuffer) /],
  ['subgraphs’ answers: parsing', /^parseAnswer |bench\/public-graph/],
  ['requests to subgraphs', /gateway\/transports|node_modules\/undici|kit\/viewer\/signature/],
  ['answer: projection to JSON', /^f\d+ |compiled\/projection|finished-json/],
  ['entities: gather, merge', /gateway\/engines/],
  ['Apollo Server, plugins, access rules', /node_modules\/@apollo|gateway\/(plugins|authorization|server)/],
  ['the client’s HTTP', /node_modules\/|kit\/|node:_?http|node:internal\/http/],
];
const REST = 'the rest of Node';

type Node = Profiler.ProfileNode;

/** The busy time of a profile by part of the work, in ms. */
export function shares({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Map<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const known = new Map<number, string | null>();
  const partOf = (id: number): string | null => {
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    const { callFrame } = byId.get(id) as Node;
    const name = `${callFrame.functionName} ${callFrame.url}`;
    const parent = parents.get(id);
    const own = PARTS.find(([, test]) => test.test(name))?.[0];
    const part = name === '(idle) ' ? null : (own ?? (parent === undefined ? REST : partOf(parent)));
    known.set(id, part);
    return part;
  };
  const times = new Map<string, number>();
  samples.forEach((id, index) => {
    const part = partOf(id);
    if (part !== null) times.set(part, (times.get(part) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  });
  return new Map([...times].sort(([, one], [, other]) => other - one));
}
