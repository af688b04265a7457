import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';

/** Where a subgraph's entry stands in the text of supergraph.yaml. */
interface Entry {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Adds a subgraph after the last one that supergraph.yaml lists; all else stays as it is, comments too. */
export function addEntry(yaml: string, name: string, port: number): string {
  const entries = entriesOf(yaml);
  const last = entries.at(-1);
  if (!last) throw new Error('supergraph.yaml lists no subgraph');
  const indent = /^[ \t]*/.exec(yaml.slice(last.start))?.[0] ?? '  ';
  const entry = [
    `${name}:`,
    `${indent}routing_url: http://127.0.0.1:${port}/graphql`,
    `${indent}schema:`,
    `${indent}${indent}file: subgraphs/${name}/schema.graphql`,
  ];
  const before = yaml.slice(0, last.end);
  const lines = entry.map((line) => `${indent}${line}\n`).join('');
  return `${before}${before.endsWith('\n') ? '' : '\n'}${lines}${yaml.slice(last.end)}`;
}

/** Takes a subgraph's lines out of supergraph.yaml. */
export function removeEntry(yaml: string, name: string): string {
  const entry = entriesOf(yaml).find((each) => each.name === name);
  return entry ? yaml.slice(0, entry.start) + yaml.slice(entry.end) : yaml;
}

/** The first port above all that the subgraphs have. */
export function nextPort(routingUrls: readonly string[]): number {
  return 1 + Math.max(4000, ...routingUrls.map((url) => Number(new URL(url).port)));
}

function entriesOf(yaml: string): Entry[] {
  const list = parseDocument(yaml).get('subgraphs') as YAMLMap;
  if (!isMap(list)) return [];
  return list.items.flatMap(({ key, value }: Pair) => {
    const from = isScalar(key) ? key.range?.[0] : undefined;
    const to = (value as YAMLMap | null)?.range?.[1];
    if (from === undefined || to === undefined) return [];
    const lineEnd = yaml[to - 1] === '\n' ? to : yaml.indexOf('\n', to) + 1;
    const start = yaml.lastIndexOf('\n', from) + 1;
    return { name: String((key as { value: unknown }).value), start, end: lineEnd || yaml.length };
  });
}
