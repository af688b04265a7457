import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseSchema, readSubgraphs, type SubgraphSource } from '../../compose/subgraph-source.ts';
import { CONVENTIONS, lint } from './lint.ts';

const TODAY = '2026-11-20';

/** Schemas in one text, each after a line `# subgraph NAME`; without one, it is that of `parcels`. */
function subgraphsOf(text: string): SubgraphSource[] {
  const parts = text.split(/^# subgraph (\w+)\n/m);
  const named = parts.length === 1 ? ['parcels', parts[0] ?? ''] : parts.slice(1);
  return named.flatMap((name, at) => {
    if (at % 2 === 1) return [];
    const file = `${name}.graphql`;
    return { name, url: `http://${name}/graphql`, file, document: parseSchema(named[at + 1] ?? '', file) };
  });
}

const breaches = (text: string, today = TODAY) =>
  lint(subgraphsOf(text), today).map(({ rule, message }) => `${rule}: ${message}`);

describe('docs/schema-style.md', () => {
  const sections = readFileSync('docs/schema-style.md', 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      rule: section.slice(0, section.indexOf('\n')),
      bad: /^Bad:\n\n```graphql\n(.*?)```/ms.exec(section)?.[1] ?? '',
      good: /^Good:\n\n```graphql\n(.*?)```/ms.exec(section)?.[1] ?? '',
    }));

  test('has a section for each convention', () => {
    expect(sections.map(({ rule }) => rule)).toEqual(Object.keys(CONVENTIONS));
  });

  test.each(sections)('its bad example of $rule breaks that convention alone', ({ rule, bad }) => {
    const rules = new Set(lint(subgraphsOf(bad), TODAY).map((finding) => finding.rule));
    expect([...rules]).toEqual([rule]);
  });

  test.each(sections)('its good example of $rule breaks none', ({ good }) => {
    expect(good).not.toBe('');
    expect(breaches(good)).toEqual([]);
  });
});

test('our own schemas keep every convention', () => {
  expect(lint(readSubgraphs('supergraph.yaml'), TODAY)).toEqual([]);
});

test('a word that is a noun and a verb is a verb before the type that it is done to', () => {
  const schema = described(`type Mutation {
  reportParcel(
    input: ReportParcelInput!
  ): ReportParcelPayload
}
type Report {
  id: ID!
}
type Parcel {
  id: ID!
}
input ReportParcelInput {
  id: ID!
}
type ReportParcelPayload {
  userErrors: [UserError!]!
}`);
  expect(breaches(schema)).toEqual([]);
});

const described = (body: string) =>
  body.replace(
    /^( *)(?=(?:type|enum|input|interface|scalar|union) (?!Query|Mutation)|[a-z]\w*[(:]|[A-Z_]+$)/gm,
    '$1"Said." ',
  );

describe('a breach says what to mend', () => {
  test.each<[title: string, schema: string, ...expected: string[]]>([
    [
      'descriptions are missed on types, fields, arguments, inputs and enum values',
      'type Query { a(b: C): D } input C { e: Int } enum D { F }',
      'description: Query.a has no description',
      'description: Query.a(b:) has no description',
      'description: C has no description',
      'description: C.e has no description',
      'description: D has no description',
      'description: D.F has no description',
    ],
    [
      'a mutation that begins with a noun',
      described(`type Mutation {
  parcelSend: ParcelSendPayload
}
type Parcel {
  id: ID!
}
type ParcelSendPayload {
  userErrors: [UserError!]!
}`),
      'naming: Mutation.parcelSend begins with a noun: put the verb first',
    ],
    [
      'a payload without userErrors and with a result that cannot be null',
      described(`type Mutation {
  sendParcel(
    input: SendInput!
  ): SendParcelPayload
}
input SendInput {
  id: ID!
}
type SendParcelPayload {
  parcel: ID!
}`),
      'payload: Mutation.sendParcel takes (input: SendInput!): take (input: SendParcelInput!)',
      'payload: SendParcelPayload lacks userErrors: [UserError!]!',
      'payload: SendParcelPayload.parcel is not nullable: there is no result when the mutation fails',
    ],
    [
      'a connection of another shape',
      described(`type Query {
  parcels(
    first: Int
  ): ParcelConnection
}
type ParcelConnection {
  edges: [ParcelEdge]
}
type ParcelEdge {
  cursor: ID!
}`),
      'connection: Query.parcels returns a page: take first: Int with a default',
      'connection: Query.parcels returns a page: take after: String',
      'connection: ParcelConnection lacks edges: [ParcelEdge!]!',
      'connection: ParcelConnection lacks pageInfo: PageInfo!',
      'connection: ParcelEdge lacks cursor: String!',
      'connection: ParcelEdge lacks node',
    ],
    [
      'a list item of another subgraph that cannot be null',
      `# subgraph users
${described(`type Query {
  user: User
}
type User @key(fields: "id") {
  id: ID!
}`)}
# subgraph parcels
${described(`type Parcel {
  bound: Int
  readers: [User!]
}
type User @key(fields: "id") {
  id: ID!
}`).replace('"Said." readers', '"At most 3." readers')}`,
      'nullability: Parcel.readers cannot be null: User belongs to users',
    ],
    [
      'a field of a shared type with another description',
      `# subgraph a
${described('type Size {\n  width: Int\n}')}
# subgraph b
${described('type Size {\n  width: Int\n}').replace('"Said." width', '"Told." width')}`,
      'shared-type: Size.width is not the same in a and b',
    ],
    [
      'a value of a shared enum with another description, which the first subgraph lacks',
      `# subgraph a
${described('enum State {\n  SENT\n}')}
# subgraph b
${described('enum State {\n  LOST\n}')}
# subgraph c
${described('enum State {\n  LOST\n}').replace('"Said." LOST', '"Told." LOST')}`,
      'shared-type: State.LOST is not the same in b and c',
    ],
    [
      'a deprecated argument past its date, and a date that does not exist',
      described(`type Query {
  a(
    b: Int @deprecated(reason: "Use c. Removed after 2026-11-19.")
  ): Int @deprecated(reason: "Use d. Removed after 2026-13-01.")
}`),
      'deprecation: Query.a(b:) should have been removed after 2026-11-19',
      'deprecation: Query.a is deprecated without a way out: write reason: "Use X. Removed after YYYY-MM-DD."',
    ],
  ])('%s', (_title, schema, ...expected) => {
    expect(breaches(schema)).toEqual(expected);
  });

  test('a deprecated field may stay through the day of its date', () => {
    const schema = described(
      'type Query {\n  a: Int @deprecated(reason: "Use b. Removed after 2026-11-20.")\n}',
    );
    expect(breaches(schema, '2026-11-20')).toEqual([]);
    expect(breaches(schema, '2026-11-21')).toHaveLength(1);
  });

  test('the finding shows each place, and leads to the convention', () => {
    const [finding] = lint(
      subgraphsOf('# subgraph a\n"S." input F { "S." x: Int }\n# subgraph b\n"S." input F { "S." x: Int }'),
      TODAY,
    );
    expect(finding).toMatchObject({
      level: 'refused',
      rule: 'input-name',
      at: 'F',
      places: [
        { file: 'a.graphql', line: 1, column: 12 },
        { file: 'b.graphql', line: 1, column: 12 },
      ],
      remedy: 'docs/schema-style.md#input-name says how, and why.',
    });
  });
});
