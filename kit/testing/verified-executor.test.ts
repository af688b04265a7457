import { buildSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createExecutor, type Executor } from '../server/execution/executor.ts';
import { createVerifiedExecutor } from './verified-executor.ts';

const schema = () => {
  const made = buildSchema('type Query { greeting(name: String): String, broken: Int }');
  const { greeting, broken } = made.getQueryType()?.getFields() ?? {};
  if (!greeting || !broken) throw new Error('no fields');
  greeting.resolve = (_, { name }, { count }) => {
    count.calls++;
    return `Hello, ${name}!`;
  };
  broken.resolve = async () => {
    throw new Error('broken');
  };
  return made;
};

const ask = (executor: Executor) => {
  const count = { calls: 0 };
  const document = parse('{ greeting(name: "Ada") broken }');
  return { count, answer: Promise.resolve(executor({ document, contextValue: { count } })) };
};

/** The executor, but for what `change` does to its answers. */
const changed =
  (change: (answer: Record<string, unknown>) => object): typeof createExecutor =>
  (made) => {
    const run = createExecutor(made);
    return async (request) => change({ ...(await run(request)) });
  };

describe('the verified executor', () => {
  test('answers, and calls each resolver once', async () => {
    const { count, answer } = ask(createVerifiedExecutor(schema()));
    expect(JSON.parse(JSON.stringify(await answer))).toMatchObject({
      data: { greeting: 'Hello, Ada!', broken: null },
      errors: [{ message: 'broken', path: ['broken'] }],
    });
    expect(count.calls).toBe(1);
  });

  test.each([
    ['another value', () => ({ data: { greeting: 'Hello!', broken: null } })],
    ['another order', () => ({ data: { broken: null, greeting: 'Hello, Ada!' } })],
    ['no error', ({ data }) => ({ data })],
    ['another error', (answer) => ({ ...answer, errors: [{ message: 'odd', path: ['broken'] }] })],
  ] satisfies [string, (answer: Record<string, unknown>) => object][])(
    'fails a request for %s',
    async (_, change) => {
      const { answer } = ask(createVerifiedExecutor(schema(), changed(change)));
      await expect(answer).rejects.toThrow('graphql-js answers otherwise');
    },
  );
});
