import { buildSchema, execute, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createExecutor } from './executor.ts';

const schema = buildSchema(`
  type Query { name: String, count(to: Int = 2): [Int!] }
  type Subscription { name: String }
`);
const { name, count } = schema.getQueryType()?.getFields() ?? {};
if (!name || !count) throw new Error('no fields');
name.resolve = () => 'Ada';
count.resolve = (_, { to }) => Array.from({ length: to }, (_each, index) => index);

const executor = createExecutor(schema);
const wire = (value: unknown) => JSON.parse(JSON.stringify(value));

/** Both answers to a request. */
async function both(query: string, variables = {}, operationName?: string) {
  const document = parse(query);
  const request = { document, variables, operationName, contextValue: {} };
  const expected = await execute({ schema, document, variableValues: variables, operationName });
  return { answer: wire(await executor(request)), expected: wire(expected) };
}

describe('the executor', () => {
  test.each([
    ['a name that objects have themselves', '{ __proto__: name constructor: name }', {}],
    ['a subscription', 'subscription { name }', {}],
    ['an unknown operation', 'query A { name }', {}, 'B'],
    ['a condition that is null', 'query ($if: Boolean = true) { name @include(if: $if) }', { if: null }],
    ['a condition by default', 'query ($if: Boolean = false) { name @include(if: $if) count }', {}],
    [
      'a condition of another operation',
      'query A { count } query B($x: Boolean!) { name @skip(if: $x) }',
      {},
      'A',
    ],
    ['a variable of another type', 'query ($to: Int) { count(to: $to) }', { to: 'many' }],
    ['a variable that is left out', 'query ($to: Int) { count(to: $to) }', {}],
  ] as const)('answers %s as graphql-js does', async (_, query, variables, operationName?) => {
    const { answer, expected } = await both(query, variables, operationName);
    expect(answer).toEqual(expected);
  });

  test('tells any number of conditions apart, in whatever order they come', async () => {
    const names = Array.from({ length: 6 }, (_, index) => `c${index}`);
    const document = parse(
      `query (${names.map((each) => `$${each}: Boolean!`)}) { ${names.map((each) => `${each}: name @include(if: $${each})`).join(' ')} }`,
    );
    for (let round = 0; round < 2; round++) {
      for (let choice = 0; choice < 2 ** names.length; choice++) {
        const chosen = names.filter((_, index) => (choice >> index) % 2 === 1);
        const variables = Object.fromEntries(names.map((each) => [each, chosen.includes(each)]));
        const { data } = await executor({ document, variables, contextValue: {} });
        expect(Object.keys(data ?? {})).toEqual(chosen);
      }
    }
  });
});
